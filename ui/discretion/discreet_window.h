// SPDX-License-Identifier: GPL-3.0-or-later
// The net below discreet mode: looks at whatever any window of the program is about to show, so that a page that never
// asked Discretion does not name anybody either. Labels, buttons, menus, titles, tooltips and what is told to who
// cannot see get the words without names, and their own again afterwards. Editors and lists with such a name are taken
// away, and a button “Hidden. Show” stands in their place; what was typed into them stays.
#pragma once

#include <storage/store.h>

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QString>
#include <vector>

class QAbstractItemView;
class QPushButton;
class QWidget;

namespace dtp
{

class Discretion;

class DiscreetWindow final : public QObject
{
    Q_OBJECT
public:
    DiscreetWindow(Store& store, QObject* parent);
    ~DiscreetWindow() override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Kept {
        QPointer<QObject> object;
        const char* property;
        QString own;
        QString shown;
    };
    void switched(bool isOn);
    void takeAllAway();
    void look(QWidget& widget);
    void cover(QObject& object, const char* property);
    bool isNaming(const QWidget& editor) const;
    bool namesRow(const QAbstractItemView& view) const;
    bool paints(QWidget& widget);
    void takeAway(QWidget* editor);
    void bringBack(QWidget* editor);
    void follow(QWidget* editor);
    void noteContent(QWidget* editor);

    Discretion& m_discretion;
    std::vector<Kept> m_kept;
    QHash<QWidget*, QPointer<QPushButton>> m_plates; // in the place of which editor
};

// A widget that shows words which no label or editor of it has, as the pages of a document.
class ShowsText
{
public:
    ShowsText() = default;
    ShowsText(const ShowsText&) = delete;
    ShowsText& operator=(const ShowsText&) = delete;
    virtual ~ShowsText() = default;
    virtual QString shownText() const = 0;
};
// What it shows is another text now, and not painted yet.
void noteShown(QWidget& widget);

// Somebody asked to see what stands in the widget: it stays, until the mode is switched on again.
void setAsked(QWidget& widget, bool isAsked);

} // namespace dtp
