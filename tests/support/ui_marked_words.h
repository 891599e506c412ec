// SPDX-License-Identifier: GPL-3.0-or-later
// A translator that puts every text between ⟦ and ⟧, and one who looks for what is seen without them and is no data:
// it was never given to a translator.
#pragma once

#include <storage/store.h>
#include <support/catch.h>

#include <QAbstractButton>
#include <QAbstractItemModel>
#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QGroupBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QSet>
#include <QTabBar>
#include <QTextDocumentFragment>
#include <QTextEdit>
#include <QTranslator>

namespace dtp::test
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

inline bool hasWords(const QString& text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetter(); });
}

// The parts of a text that stand between what joins words in lists and tables.
inline QStringList phrasesOf(const QString& text)
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
    explicit Data(const Store* store = nullptr)
    {
        for (const RecordType& type : allRecordTypes()) {
            const auto records = store ? store->find(type.entity) : Result<std::vector<RecordValues>>();
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

    void add(const QString& value)
    {
        m_values.insert(value.simplified().toLower());
        for (const QString& phrase : phrasesOf(value))
            m_values.insert(phrase.toLower());
        m_all += value.simplified().toLower() + QLatin1Char('\n');
    }

private:
    QSet<QString> m_values;
    QString m_all;
};

// What of a shown text stands outside of all marks.
inline QStringList unmarked(QString text)
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

// Dates, letters of columns and what has no other words in any language.
inline bool isNoText(const QString& phrase)
{
    static const QSet<QString> names{QStringLiteral("DTP Secretariat"),
                                     QStringLiteral("PDF"),
                                     QStringLiteral("CSV"),
                                     QStringLiteral("HTML"),
                                     QStringLiteral("ODT"),
                                     QStringLiteral("vCard"),
                                     QStringLiteral("UTF"),
                                     QStringLiteral("IBM")};
    const bool isColumnOfSheet = phrase.size() == 1;
    if (names.contains(phrase) || isColumnOfSheet || phrase == QGuiApplication::applicationDisplayName())
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
        see(window.windowTitle(), where + QStringLiteral(" title"));
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
            if (const auto* text = qobject_cast<const QPlainTextEdit*>(widget))
                see(text->placeholderText(), place + QStringLiteral(" placeholder"));
            if (const auto* text = qobject_cast<const QTextEdit*>(widget))
                see(text->placeholderText(), place + QStringLiteral(" placeholder"));
            if (const auto* box = qobject_cast<const QComboBox*>(widget))
                lookAtChoices(*box, place);
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
    void lookAtChoices(const QComboBox& box, const QString& place)
    {
        see(box.placeholderText(), place + QStringLiteral(" placeholder"));
        see(box.currentText(), place + QStringLiteral(" choice"));
        for (int i = 0; i < box.count(); ++i) {
            see(box.itemText(i), place + QStringLiteral(" choice"));
            see(box.itemData(i, Qt::ToolTipRole).toString(), place + QStringLiteral(" choice tooltip"));
        }
    }
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

} // namespace dtp::test
