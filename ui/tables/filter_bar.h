// SPDX-License-Identifier: GPL-3.0-or-later
// Filters built by clicking: a chip for each, that opens a list of words to tick.
#pragma once

#include <ui/models/filter_dimension.h>

#include <QPushButton>
#include <QWidget>
#include <vector>

namespace dtp
{

class FlowLayout;

class FilterChip : public QPushButton
{
    Q_OBJECT
public:
    FilterChip(FilterDimension dimension, QWidget* parent = nullptr);
    const QString& key() const { return m_dimension.key; }
    const QStringList& codes() const { return m_codes; }
    void setCodes(const QStringList& codes); // without a signal
    QSize sizeHint() const override;

Q_SIGNALS:
    void codesChanged(const QStringList& codes);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void open();
    void updateWords();
    FilterDimension m_dimension;
    QStringList m_codes;
    QString m_words;
};

class FilterBar : public QWidget
{
    Q_OBJECT
public:
    explicit FilterBar(std::vector<FilterDimension> dimensions, QWidget* parent = nullptr);

    QStringList codes(const QString& key) const;
    void setCodes(const QString& key, const QStringList& codes); // without a signal
    bool isEmpty() const;
    void clear(); // without a signal
    // More widgets at the end of the row (a button that keeps the search).
    void append(QWidget* widget);

Q_SIGNALS:
    void changed();

private:
    void updateClear();
    FlowLayout* m_flow;
    std::vector<FilterChip*> m_chips;
    QPushButton* m_clear;
};

} // namespace dtp
