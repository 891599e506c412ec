// SPDX-License-Identifier: GPL-3.0-or-later
#include "report_of_test.h"

#include <support/catch.h>

#include <QBuffer>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QProcess>

namespace dtp::test
{

namespace
{
QString s(const char* text)
{
    return QString::fromUtf8(text);
}

Block heading(int level, const char* number, const char* text)
{
    return HeadingBlock{level, s(number), s(text)};
}
Block prose(const QString& markdown)
{
    return TextBlock{RichText::fromMarkdown(markdown)};
}
Block prose(const char* markdown)
{
    return prose(s(markdown));
}

QString paragraphs(int count, int from)
{
    static const char* const sentences[] = {
        "Participants began by drawing the path that each of their campaigns had taken since the course.",
        "Some paths were short and steep, others went round in circles for years before a court listened.",
        "The group found that what lasted was seldom the campaign itself, but the people who had learnt to trust one "
        "another in it.",
        "A network of lawyers in the hill districts still meets every second month, although nobody has paid for the "
        "tea since 2014.",
        "Two speakers described how a submission to a treaty body was first drafted on the back of a bus ticket.",
        "Others warned that travelling together is easier to plan than to keep safe.",
        "Asked what a secretariat could do, most answered: remember us, and remember what we asked for.",
        "The island groups underlined that a meeting which takes three flights each way must be worth the journey.",
        "Several suggestions concern the months after a course, when enthusiasm is high and support is thin."};
    QString text;
    for (int p = 0; p < count; ++p) {
        for (int i = 0; i < 4; ++i)
            text += s(sentences[(from + p * 4 + i * 2) % 9]) + QLatin1Char(' ');
        text += s("\n\n");
    }
    return text;
}

CountsBlock counts(const char* title, CountsBlock::Show show,
                   std::vector<std::tuple<const char*, const char*, int>> items)
{
    CountsBlock block;
    block.title = s(title);
    block.unit = s("participants");
    block.show = show;
    for (const auto& [label, code, count] : items) {
        block.items.push_back({s(label), s(code), {}, count, false, {}});
        block.total += count;
    }
    return block;
}

QByteArray photo()
{
    QImage image(1200, 800, QImage::Format_RGB32);
    QPainter painter(&image);
    QLinearGradient sky(0, 0, 0, 800);
    sky.setColorAt(0, QColor(0xF3, 0xD9, 0xB1));
    sky.setColorAt(0.6, QColor(0xE8, 0xA8, 0x7C));
    sky.setColorAt(1, QColor(0x3B, 0x5B, 0x66));
    painter.fillRect(image.rect(), sky);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0x2C, 0x40, 0x48));
    painter.drawPolygon(QPolygonF({{0, 620}, {300, 380}, {520, 560}, {800, 330}, {1200, 640}, {1200, 800}, {0, 800}}));
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPEG", 90);
    return bytes;
}

Table participants(int count)
{
    static const char* const names[][3] = {{"Sok Dara", "សុខ ដារ៉ា", "Cambodia"},
                                           {"Somsak Charoen", "สมศักดิ์ เจริญ", "Thailand"},
                                           {"Anjali Rao", "अंजलि राव", "India"},
                                           {"Farida Akter", "ফরিদা আক্তার", "Bangladesh"},
                                           {"Nimal Perera", "නිමල් පෙරේරා", "Sri Lanka"},
                                           {"Kavitha Selvam", "கவிதா செல்வம்", "Sri Lanka"},
                                           {"Thiri Aung", "သီရိ အောင်", "Myanmar"},
                                           {"Kim Min-seo", "김민서", "South Korea"},
                                           {"Li Wen", "李文", "China"},
                                           {"Zahra Noori", "زهرا نوری", "Afghanistan"},
                                           {"Mere Tuilagi", "", "Fiji"},
                                           {"Aigul Bekova", "Айгүл Бекова", "Kyrgyzstan"}};
    Table table;
    table.title = s("Participants");
    table.columns = {columnOfTable("name", s("Name")), columnOfTable("own_script", s("Own script")),
                     columnOfTable("country", s("Country")), columnOfTable("works_on", s("Works on")),
                     columnOfTable("first_course", s("First course"), CellKind::Integer)};
    for (int i = 0; i < count; ++i) {
        const auto& name = names[i % 12];
        table.rows.push_back(
            {{s(name[0]), s(name[1]), s(name[2]),
              i % 3 == 0 ? s("Migrant workers, recruitment fees, consular help") : s("Land and Indigenous peoples"),
              Cell::integer(1990 + i * 7 % 33)},
             {}});
    }
    return table;
}

void addOpening(Document& report)
{
    std::vector<Block>& out = report.blocks;
    out.push_back(heading(1, "1", "Executive summary"));
    out.push_back(prose(paragraphs(2, 0)));
    out.push_back(heading(2, "1.1", "What the workshop set out to do"));
    out.push_back(prose("The organisers and the partners had agreed on four aims:\n\n- to find out what thirty years "
                        "of courses have left behind;\n"
                        "- to hear what alumni need **now**, not what they needed then;\n- to try out forms of "
                        "meeting that cost little:\n"
                        "  - by country, twice a year;\n  - by theme, online;\n    - with a host who changes;\n"
                        "- to agree on *who does what* until the next meeting."));
    out.push_back(heading(2, "1.2", "What it recommends"));
    out.push_back(
        prose("1. Name two focal points in each country, for two years at a time.\n2. Keep a bank of skills that "
              "alumni can search:\n"
              "   1. skills that somebody else has seen at work;\n   2. languages in which a person can train;\n"
              "3. Write down after six months what became of each point, see [the "
              "plan](https://example.org/plan?a=1&b=2)."));
    out.push_back(prose("> Nobody had told us that the others were still there. We thought we were the last "
                        "ones.\n\n> — a participant of 1998"));
    out.push_back(heading(1, "2", "Participants"));
    out.push_back(prose(paragraphs(1, 4)));
    out.push_back(counts("Participants by country", CountsBlock::Show::Map,
                         {{"India", "IN", 12},
                          {"Indonesia", "ID", 9},
                          {"Cambodia", "KH", 7},
                          {"Thailand", "TH", 31},
                          {"Philippines", "PH", 6},
                          {"Nepal", "NP", 5},
                          {"Fiji", "FJ", 4},
                          {"Tonga", "TO", 3},
                          {"Kiribati", "KI", 2},
                          {"Australia", "AU", 8},
                          {"Samoa", "WS", 1},
                          {"Myanmar", "MM", 14},
                          {"Canada", "CA", 2}}));
    out.push_back(counts("Participants by sector", CountsBlock::Show::Bars,
                         {{"Non-governmental organisations", "", 41},
                          {"Social movements", "", 22},
                          {"Trade unions", "", 14},
                          {"National human rights institutions", "", 11},
                          {"Universities", "", 9},
                          {"Faith-based networks", "", 7}}));
    out.push_back(TableBlock{participants(28)});
}

void addMiddle(Document& report)
{
    std::vector<Block>& out = report.blocks;
    out.push_back(heading(1, "3", "Program overview"));
    out.push_back(FigureBlock{
        photo(), s("The view from the meeting room on the second morning. Photo: invented for this report")});
    static const char* const sessions[] = {
        "What the courses left behind",       "Benefits of staying in touch",
        "Gaps in what we know and can do",    "Whom to train next",
        "Networks: what holds them together", "Opportunities, and what could go wrong"};
    for (int i = 0; i < 6; ++i) {
        out.push_back(HeadingBlock{2, s("3.") + QString::number(i + 1), s(sessions[i])});
        out.push_back(prose(paragraphs(3, i)));
        out.push_back(heading(3, "", "Points that came up"));
        out.push_back(prose("- Safety comes before visibility.\n- Train in pairs, one of them new.\n- A list of names "
                            "is not a network."));
        if (i % 2 == 1)
            out.push_back(prose(paragraphs(2, i + 3)));
    }
    CountsBlock gaps = counts("Gaps named, by category", CountsBlock::Show::Table,
                              {{"Knowledge and themes", "", 17},
                               {"Soft skills", "", 21},
                               {"Technology", "", 9},
                               {"Working together", "", 0}});
    gaps.unit = s("mentions");
    gaps.items[3].atLeastHidden = true;
    gaps.items[3].hiddenAs = s("fewer than 5");
    gaps.total = 50;
    gaps.note = s("Numbers below 5 are put together or not shown.");
    out.push_back(gaps);
}

void addEnd(Document& report)
{
    std::vector<Block>& out = report.blocks;
    out.push_back(heading(1, "4", "Voices"));
    out.push_back(prose("ผู้เข้าร่วมกล่าวว่าเครือข่ายช่วยให้ทำงานได้อย่างปลอดภัยมากขึ้น และต้องการพบกันทุกปี\n\n"
                        "អ្នកចូលរួមបាននិយាយថា បណ្តាញនេះជួយពួកគេឱ្យធ្វើការដោយសុវត្ថិភាព។\n\n"
                        "অংশগ্রহণকারীরা বলেছেন যে নেটওয়ার্ক তাদের নিরাপদে কাজ করতে সাহায্য করে।\n\n"
                        "प्रतिभागियों ने कहा कि नेटवर्क उन्हें सुरक्षित रूप से काम करने में मदद करता है।\n\n"
                        "ජාලය ආරක්ෂිතව වැඩ කිරීමට උපකාරී වන බව සහභාගිවන්නෝ පැවසූහ.\n\n"
                        "வலையமைப்பு பாதுகாப்பாகப் பணியாற்ற உதவுகிறது என்று பங்கேற்பாளர்கள் கூறினர்.\n\n"
                        "ကွန်ရက်က ဘေးကင်းစွာ အလုပ်လုပ်ရန် ကူညီပေးသည်ဟု ပါဝင်သူများက ပြောသည်။\n\n"
                        "참가자들은 네트워크가 안전하게 일하는 데 도움이 된다고 말했다.\n\n"
                        "与会者说，这个网络帮助他们安全地工作。\n\n"
                        "قال المشاركون إن الشبكة تساعدهم على العمل بأمان، وإنهم يريدون أن يلتقوا كل عام.\n\n"
                        "- في كل بلد منسقان\n- لقاء كل عام"));
    out.push_back(prose("A sentence with สมศักดิ์, 김민서 and زهرا in it, and <b>marks</b> that are only text & <img "
                        "src=x onerror=alert(1)>."));
    out.push_back(heading(1, "5", "Conclusions and next steps"));
    out.push_back(prose(paragraphs(5, 2)));
    out.push_back(FigureBlock{QByteArray("\x89PNG\r\n\x1a\n broken"), s("The group photo.")});
    out.push_back(PageBreakBlock{});
    out.push_back(heading(1, "6", "All that was said, in one table"));
    Table long_ = participants(70);
    long_.title = s("Who said what");
    out.push_back(TableBlock{long_});
}
} // namespace

Document reportOfTest()
{
    Document report;
    report.title = s("Thirty years on: alumni across Asia and the Pacific");
    report.subtitle = s("Report of the alumni workshop");
    report.organisation = s("Diplomacy Training Program");
    report.author = s("The secretariat");
    report.place = s("Suva, Fiji");
    report.date = QDate(2026, 5, 14);
    addOpening(report);
    addMiddle(report);
    addEnd(report);
    Table figures;
    figures.title = s("Participants by country");
    figures.columns = {columnOfTable("country", s("Country")),
                       columnOfTable("participants", s("Participants"), CellKind::Integer)};
    figures.rows = {{{s("Cambodia"), s("7")}, {}}, {{s("=HYPERLINK(\"http://x\")"), s("1")}, {}}};
    report.attachments.push_back({s("figures.csv"), figures});
    return report;
}

Table directoryOfTest(int people)
{
    Table table = participants(people);
    table.title = s("Directory of alumni");
    for (size_t i = 0; i < table.rows.size(); ++i)
        table.rows[i].cells[0].text += QLatin1Char(' ') + QString::number(i + 1);
    return table;
}

Disclosed<Document> disclosed(FreshStore& store, Document document, Audience audience)
{
    auto done = Gate(*store, audience).disclose(std::move(document));
    REQUIRE_OK(done);
    return std::move(*done);
}

Disclosed<Table> disclosed(FreshStore& store, Table table)
{
    auto done = Gate(*store, Audience::Internal).disclose(std::move(table));
    REQUIRE_OK(done);
    return std::move(*done);
}

QByteArray runProgram(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.start(program, arguments);
    INFO(program.toStdString() << ' ' << arguments.join(u' ').toStdString());
    REQUIRE(process.waitForFinished(60'000));
    INFO(process.readAllStandardError().toStdString());
    REQUIRE(process.exitStatus() == QProcess::NormalExit);
    REQUIRE(process.exitCode() == 0);
    return process.readAllStandardOutput();
}

void keepForEyes(const QString& name, const QByteArray& bytes)
{
    const QString folder = qEnvironmentVariable("DTP_TEST_PICTURES");
    if (folder.isEmpty())
        return;
    QFile file(folder + QLatin1Char('/') + name);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

} // namespace dtp::test
