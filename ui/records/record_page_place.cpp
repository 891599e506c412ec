// SPDX-License-Identifier: GPL-3.0-or-later
// Where the record stands beside its list: at the right, below, or hidden. Each page remembers it on this computer.
#include <ui/records/record_page.h>

#include <ui/tables/record_table.h>

#include <QActionGroup>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>

namespace dtp
{

namespace
{
constexpr int LeastWidth = 400;
constexpr int LeastHeight = 200;
} // namespace

QString RecordPage::splitterKey() const
{
    return settingsKey(m_panePlace == PanePlace::Below ? "splitter-below" : "splitter");
}

void RecordPage::readPane()
{
    m_isPaneHidden = m_settings.value(settingsKey("pane-hidden")).toBool();
    placePane(m_settings.value(settingsKey("pane-below")).toBool() ? PanePlace::Below : PanePlace::Right);
}

void RecordPage::placePane(PanePlace place)
{
    if (place != m_panePlace && !m_paneStack->isHidden())
        m_settings.setValue(splitterKey(), m_splitter->saveState());
    const bool isBelow = place == PanePlace::Below;
    m_panePlace = place;
    m_settings.setValue(settingsKey("pane-below"), isBelow);
    m_splitter->setOrientation(isBelow ? Qt::Vertical : Qt::Horizontal);
    m_paneStack->setMinimumSize(isBelow ? 0 : LeastWidth, isBelow ? LeastHeight : 0);
    // At the right the wider one takes what is left over; below, the list.
    constexpr int all = 1064;
    const bool isListWider = isBelow || m_spec.listWidth >= 464;
    m_splitter->setStretchFactor(0, isListWider ? 1 : 0);
    m_splitter->setStretchFactor(1, isListWider ? 0 : 1);
    m_splitter->setSizes(isBelow ? QList<int>{280, 320} : QList<int>{m_spec.listWidth, all - m_spec.listWidth});
    m_splitter->restoreState(m_settings.value(splitterKey()).toByteArray());
}

void RecordPage::setPaneHidden(bool hidden)
{
    if (!m_splitter || hidden == m_isPaneHidden)
        return;
    saveState(); // how wide it was
    m_isPaneHidden = hidden;
    m_settings.setValue(settingsKey("pane-hidden"), hidden);
    const bool hadFocus = m_paneStack->isAncestorOf(focusWidget());
    updatePane();
    if (hidden && hadFocus)
        m_table->setFocus();
}

void RecordPage::togglePane()
{
    if (m_splitter)
        setPaneHidden(!m_isPaneHidden);
    else
        Page::togglePane();
}

void RecordPage::fillPaneMenu(QMenu* menu)
{
    menu->clear();
    auto* places = new QActionGroup(menu);
    const auto add = [&](const QString& words, bool isSo, const std::function<void()>& choose) {
        QAction* action = menu->addAction(words, this, choose);
        action->setCheckable(true);
        action->setChecked(isSo);
        places->addAction(action);
    };
    const auto place = [this](PanePlace to) {
        placePane(to);
        setPaneHidden(false);
    };
    const bool isBelow = m_panePlace == PanePlace::Below;
    add(tr("At the &right"), !m_isPaneHidden && !isBelow, [place] { place(PanePlace::Right); });
    add(tr("&Below the list"), !m_isPaneHidden && isBelow, [place] { place(PanePlace::Below); });
    add(tr("&Hidden"), m_isPaneHidden, [this] { setPaneHidden(true); });
}

} // namespace dtp
