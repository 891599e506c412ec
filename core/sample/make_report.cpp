// SPDX-License-Identifier: GPL-3.0-or-later
#include <sample/sample_pictures.h>
#include <sample/sample_world.h>

namespace dtp
{

namespace
{
QString filledIn(QString text, const HeldWorkshop& workshop)
{
    static const QStringList words = {QStringLiteral("no"),    QStringLiteral("one"),   QStringLiteral("two"),
                                      QStringLiteral("three"), QStringLiteral("four"),  QStringLiteral("five"),
                                      QStringLiteral("six"),   QStringLiteral("seven"), QStringLiteral("eight"),
                                      QStringLiteral("nine"),  QStringLiteral("ten")};
    const auto number = [](int n) { return n < words.size() ? words.at(n) : QString::number(n); };
    text.replace(QLatin1String("{participants}"), number(workshop.participants));
    text.replace(QLatin1String("{countries}"), number(workshop.countries));
    text.replace(QLatin1String("{women}"), number(workshop.women));
    text.replace(QLatin1String("{firstyear}"), QString::number(workshop.firstYear));
    text.replace(QLatin1String("{lastyear}"), QString::number(workshop.lastYear));
    return text;
}

Result<> addPhoto(SampleWorld& world, Id<ReportSection> section, const QByteArray& png, const QString& caption)
{
    Image image;
    image.data = png;
    image.mediaType = QStringLiteral("image/png");
    image.description = caption;
    DTP_CHECK(world.add(image));
    DTP_CHECK(world.add(ReportPhoto{{}, section, image.id, 1, caption, true}));
    return {};
}

// report.md: "@level kind number | title", text, and "@closing" for the text behind what the program fills in.
Result<Id<ReportSection>> addSections(SampleWorld& world, Id<Report> report, const HeldWorkshop& workshop)
{
    DTP_TRY(blocks, readSampleBlocks("report"));
    Id<ReportSection> parent;
    Id<ReportSection> recommendations;
    QHash<qint64, int> brothers;
    for (size_t i = 0; i < blocks.size(); ++i) {
        const SampleBlock& block = blocks[i];
        if (block.head.value(0) == QLatin1String("closing"))
            continue;
        const bool isTop = block.head.value(0) == QLatin1String("1");
        ReportSection section;
        section.report = report;
        section.parent = isTop ? Id<ReportSection>() : parent;
        section.position = ++brothers[section.parent.value];
        section.kind = block.head.value(1);
        section.title = block.parts.value(0);
        section.body = filledIn(block.text, workshop);
        if (i + 1 < blocks.size() && blocks[i + 1].head.value(0) == QLatin1String("closing"))
            section.closing = filledIn(blocks[i + 1].text, workshop);
        if (const auto number = static_cast<size_t>(block.head.value(2).toInt());
            number > 0 && number <= workshop.sessions.size())
            section.session = workshop.sessions[number - 1];
        DTP_TRY(id, world.add(section));
        if (isTop)
            parent = id;
        if (section.kind == QLatin1String("recommendations"))
            recommendations = id;
        if (section.kind == QLatin1String("gaps"))
            DTP_CHECK(
                addPhoto(world, id, pictureOfCards(),
                         QStringLiteral("Four heaps of cards: knowledge, people skills, technology, collaboration")));
        if (section.kind == QLatin1String("program"))
            DTP_CHECK(
                addPhoto(world, id, pictureOfCircle(),
                         QStringLiteral("The circle on the first morning, with the rules that everybody wrote")));
    }
    return recommendations;
}

Result<> addRecommendations(SampleWorld& world, Id<Report> report, Id<Workshop> workshop, Id<ReportSection> section)
{
    DTP_TRY(rows, readSampleTable("recommendations"));
    int position = 0;
    for (const QStringList& row : rows) {
        Recommendation recommendation;
        recommendation.report = report;
        recommendation.workshop = workshop;
        recommendation.section = section;
        recommendation.position = ++position;
        recommendation.level = row.at(0).toInt();
        recommendation.theme = row.at(1);
        recommendation.addressedTo = row.at(2);
        recommendation.owner = row.at(3);
        recommendation.due = QDate::fromString(row.at(4), Qt::ISODate);
        recommendation.status = row.at(5);
        recommendation.evidence = row.at(6);
        recommendation.text = row.at(7);
        DTP_CHECK(world.add(recommendation));
    }
    return {};
}

Result<> addGaps(SampleWorld& world, Id<Report> report)
{
    DTP_TRY(rows, readSampleTable("gaps"));
    int position = 0;
    for (const QStringList& row : rows)
        DTP_CHECK(world.add(CapacityGap{{}, report, row.at(0), row.at(2), row.at(1), ++position}));
    return {};
}
} // namespace

Result<> makeReport(SampleWorld& world, const HeldWorkshop& workshop)
{
    Report report;
    report.workshop = workshop.id;
    report.title = QStringLiteral("Alumni Workshop on Human Rights Networks");
    report.subtitle = QStringLiteral("Looking back, and building what comes next");
    report.date = QDate(2026, 6, 1);
    report.author = QStringLiteral("Program team");
    report.status = QStringLiteral("review");
    DTP_CHECK(world.add(report));
    DTP_TRY(section, addSections(world, report.id, workshop));
    DTP_CHECK(addRecommendations(world, report.id, workshop.id, section));
    return addGaps(world, report.id);
}

Result<> makeTasksAndSegments(SampleWorld& world, const std::vector<Id<Workshop>>& workshops)
{
    Random random = randomOf(world, Stream::Tasks);
    DTP_TRY(tasks, readSampleTable("tasks"));
    for (const QStringList& row : tasks) {
        Task task;
        const auto number = row.at(0).toUInt();
        if (number > 0 && number <= workshops.size())
            task.workshop = workshops[number - 1];
        task.due = QDate::fromString(row.at(1), Qt::ISODate);
        task.assignedTo = row.at(2);
        task.done = row.at(3) == QLatin1String("1");
        task.title = row.at(4);
        task.note = row.at(5);
        DTP_CHECK(world.add(task));
    }
    for (int i = 0; i < 6 && !world.people.empty(); ++i) {
        Task task;
        task.person = random.pick(world.people).id;
        task.title = random.pick(world.lists.words[QStringLiteral("action")]);
        task.due = sampleToday().addDays(random.between(-20, 60));
        task.assignedTo = QStringLiteral("Information officer");
        DTP_CHECK(world.add(task));
    }
    DTP_TRY(segments, readSampleTable("segments"));
    for (const QStringList& row : segments)
        DTP_CHECK(world.add(Segment{{}, row.at(0), row.at(1), row.at(2)}));
    return {};
}

} // namespace dtp
