// SPDX-License-Identifier: GPL-3.0-or-later
// The tour with a translator that puts every text between ⟦ and ⟧: what is seen without them, and is no data, was
// never given to a translator.
#include <records/programs.h>
#include <sample/sample.h>
#include <support/catch.h>
#include <support/ui_window.h>
#include <ui/shell/file_session.h>
#include <ui/shell/main_window.h>
#include <ui/shell/workspace.h>

#include <QAbstractButton>
#include <QAbstractItemModel>
#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSettings>
#include <QTabBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTextDocumentFragment>
#include <QTranslator>

using namespace dtp;
using namespace dtp::test;

namespace
{
class Marker final : public QTranslator
{
public:
    Marker() { QCoreApplication::installTranslator(this); }
    ~Marker() override { QCoreApplication::removeTranslator(this); }
    bool isEmpty() const override { return false; }
    QString translate(const char*, const char* source, const char*, int) const override
    {
        return QStringLiteral("⟦%1⟧").arg(QString::fromUtf8(source));
    }
};

bool hasWords(const QString& text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetter(); });
}

// The parts of a text that stand between what joins words in lists and tables.
QStringList phrasesOf(const QString& text)
{
    static const QRegularExpression joints(QStringLiteral("\\n|\\t.*| · | – |, |; |: | → |[()…•*]|\\s{2,}"));
    static const QRegularExpression edges(QStringLiteral("^[^\\p{L}\\p{M}]+|[^\\p{L}\\p{M}]+$"));
    QStringList phrases;
    for (const QString& phrase : text.split(joints, Qt::SkipEmptyParts)) {
        if (const QString one = QString(phrase).remove(edges).simplified(); hasWords(one))
            phrases.append(one);
    }
    return phrases;
}

// All values and words that are no text of the program.
class Data
{
public:
    explicit Data(const Store& store)
    {
        for (const RecordType& type : allRecordTypes()) {
            const auto records = store.find(type.entity);
            REQUIRE_OK(records);
            for (const RecordValues& values : *records) {
                for (size_t i = 0; i < type.fields.size(); ++i) {
                    const QVariant& value = values.fields.at(static_cast<qsizetype>(i));
                    if (type.fields[i].kind != FieldKind::Blob)
                        add(value.toString());
                }
                add(titleOf(values));
            }
        }
    }
    bool knows(const QString& phrase) const
    {
        // A part of a value is one only when it is long, as when a title is shortened.
        return m_values.contains(phrase.toLower()) || (phrase.size() > 24 && m_all.contains(phrase.toLower()));
    }

private:
    void add(const QString& value)
    {
        m_values.insert(value.simplified().toLower());
        for (const QString& phrase : phrasesOf(value))
            m_values.insert(phrase.toLower());
        m_all += value.simplified().toLower() + QLatin1Char('\n');
    }
    QSet<QString> m_values;
    QString m_all;
};

// What of a shown text stands outside of all marks.
QStringList unmarked(QString text)
{
    if (Qt::mightBeRichText(text))
        text = QTextDocumentFragment::fromHtml(text).toPlainText();
    QString rest;
    int depth = 0;
    for (const QChar c : text.remove(QLatin1Char('&'))) {
        depth += c == QChar(u'⟦') ? 1 : 0;
        if (depth == 0)
            rest += c;
        if (c == QChar(u'⟧')) {
            --depth;
            rest += QLatin1Char('\n');
        }
    }
    return phrasesOf(rest);
}

// Dates and what has no other words in any language.
bool isNoText(const QString& phrase)
{
    static const QSet<QString> names{QStringLiteral("DTP Secretariat"),
                                     QStringLiteral("PDF"),
                                     QStringLiteral("CSV"),
                                     QStringLiteral("HTML"),
                                     QStringLiteral("ODT"),
                                     QStringLiteral("vCard")};
    if (names.contains(phrase))
        return true;
    for (const QString& word : phrase.split(QRegularExpression(QStringLiteral("[^\\p{L}]+")), Qt::SkipEmptyParts)) {
        bool isOfDate = false;
        for (int i = 1; i <= 12; ++i) {
            for (const auto form : {QLocale::LongFormat, QLocale::ShortFormat}) {
                isOfDate = isOfDate || word == QLocale().monthName(i, form) || word == QLocale().dayName(i, form) ||
                           word == QLocale().amText() || word == QLocale().pmText();
            }
        }
        if (!isOfDate)
            return false;
    }
    return true;
}

class Looker
{
public:
    explicit Looker(const Data& data) : m_data(data) {}

    void lookAt(const QWidget& window, const QString& where)
    {
        for (const QWidget* widget : window.findChildren<QWidget*>()) {
            if (!widget->isVisibleTo(&window))
                continue;
            const QString place = where + QStringLiteral(" ") + QLatin1String(widget->metaObject()->className());
            see(widget->toolTip(), place + QStringLiteral(" tooltip"));
            see(widget->accessibleName(), place + QStringLiteral(" name"));
            if (const auto* label = qobject_cast<const QLabel*>(widget))
                see(label->text(), place);
            if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
                see(button->text(), place);
            if (const auto* line = qobject_cast<const QLineEdit*>(widget))
                see(line->placeholderText(), place + QStringLiteral(" placeholder"));
            if (const auto* group = qobject_cast<const QGroupBox*>(widget))
                see(group->title(), place);
            if (const auto* tabs = qobject_cast<const QTabBar*>(widget)) {
                for (int i = 0; i < tabs->count(); ++i)
                    see(tabs->tabText(i), place + QStringLiteral(" tab"));
            }
            if (const auto* header = qobject_cast<const QHeaderView*>(widget); header && header->model()) {
                for (int i = 0; i < header->count() && header->orientation() == Qt::Horizontal; ++i)
                    see(header->model()->headerData(i, Qt::Horizontal).toString(), place + QStringLiteral(" header"));
            }
            if (const auto* view = qobject_cast<const QAbstractItemView*>(widget); view && view->model())
                lookAtRows(*view->model(), {}, place + QStringLiteral(" row"));
        }
        for (const QAction* action : window.findChildren<QAction*>())
            see(action->text(), where + QStringLiteral(" action"));
    }
    const QStringList& bare() const { return m_bare; }
    int seen() const { return m_seen; }

private:
    void lookAtRows(const QAbstractItemModel& model, const QModelIndex& parent, const QString& place)
    {
        for (int row = 0; row < std::min(model.rowCount(parent), 30); ++row) {
            for (int column = 0; column < model.columnCount(parent); ++column) {
                const QModelIndex index = model.index(row, column, parent);
                see(index.data().toString(), place);
                see(index.data(Qt::ToolTipRole).toString(), place + QStringLiteral(" tooltip"));
                if (column == 0)
                    lookAtRows(model, index, place);
            }
        }
    }
    void see(const QString& text, const QString& place)
    {
        if (!hasWords(text))
            return;
        ++m_seen;
        for (const QString& phrase : unmarked(text)) {
            const QString line = place + QStringLiteral(": ") + phrase;
            if (!m_data.knows(phrase) && !isNoText(phrase) && !m_bare.contains(line))
                m_bare.append(line);
        }
    }
    const Data& m_data;
    QStringList m_bare;
    int m_seen = 0;
};
} // namespace

TEST_CASE("every word of the window that is no data comes from a translator", "[translation][tour]")
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("file.dtp"));
    REQUIRE_OK(FileSession::createSample(file, QStringLiteral("Tester"), 60, {}));
    const Marker marker;
    QSettings settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    RecordingDialogs dialogs;
    MainWindow window(settings, dialogs);
    window.resize(1280, 800);
    window.show();
    REQUIRE(window.openFile(file));
    const Data data(*window.store());
    Looker looker(data);
    for (const NavigationEntry& entry : window.workspace()->entries()) {
        window.workspace()->openPage(entry.name);
        const auto ids = entry.entity == Entity::None ? Result<std::vector<qint64>>(std::vector<qint64>{})
                                                      : window.store()->ids(entry.entity, Where().first(1));
        REQUIRE_OK(ids);
        if (!ids->empty())
            window.workspace()->currentPage()->showRecord(ids->front());
        for (int i = 0; i < 5; ++i)
            QApplication::processEvents();
        looker.lookAt(window, entry.name);
        for (QTabBar* tabs : window.workspace()->currentPage()->findChildren<QTabBar*>()) {
            for (int tab = 0; tab < tabs->count(); ++tab) {
                tabs->setCurrentIndex(tab);
                QApplication::processEvents();
                looker.lookAt(window, entry.name);
            }
        }
    }
    INFO(looker.bare().join(QLatin1Char('\n')).toStdString());
    CHECK(looker.bare().size() == 0);
    CHECK(looker.seen() > 1000);
}
