// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/tables/kept_searches.h>

#include <records/reports.h>
#include <ui/widgets/filter_bar.h>
#include <ui/widgets/theme.h>

#include <QMenu>
#include <QPushButton>

namespace dtp
{

namespace
{
QString asMenuText(QString name)
{
    return name.replace(QLatin1Char('&'), QStringLiteral("&&"));
}
} // namespace

KeptSearches::KeptSearches(AppContext& context, Entity entity, FilterBar& bar, std::function<QString()> query,
                           QWidget* page)
    : QObject(page), m_context(context), m_entity(entity), m_query(std::move(query)), m_page(page),
      m_keep(new QPushButton(icon("bookmark-new"), tr("&Keep this search"), &bar)),
      m_kept(new QPushButton(icon("bookmarks"), tr("Saved searches"), &bar))
{
    for (QPushButton* button : {m_keep, m_kept}) {
        button->setFont(themeFont(button->font(), TextSize::Small));
        button->setMaximumHeight(28);
        makeQuiet(button);
        bar.append(button);
    }
    auto* menu = new QMenu(m_kept);
    m_kept->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, &KeptSearches::fillMenu);
    connect(m_keep, &QPushButton::clicked, this, &KeptSearches::keep);
    update();
}

void KeptSearches::update()
{
    m_keep->setVisible(!m_context.store.isReadOnly() && !m_query().isEmpty());
}

void KeptSearches::fillMenu()
{
    QMenu* menu = m_kept->menu();
    menu->clear();
    const auto segments =
        m_context.store.find<Segment>(Where("record_type", QLatin1String(recordType(m_entity).table)).orderBy("name"));
    if (!segments) {
        menu->addAction(QString(QStringLiteral("⚠ ") + segments.error().sentence))->setEnabled(false);
        return;
    }
    if (segments->empty()) {
        menu->addAction(tr("None yet: search for %1, then keep the search.").arg(recordType(m_entity).pluralText()))
            ->setEnabled(false);
        return;
    }
    for (const Segment& segment : *segments)
        menu->addAction(asMenuText(segment.name), this, [this, query = segment.query] { Q_EMIT asked(query); });
    menu->addSeparator();
    QMenu* removal = menu->addMenu(icon("edit-delete"), tr("Remove a saved search"));
    removal->setEnabled(!m_context.store.isReadOnly());
    for (const Segment& segment : *segments)
        removal->addAction(asMenuText(segment.name), this,
                           [this, id = segment.id, name = segment.name] { remove(id, name); });
}

void KeptSearches::keep()
{
    const auto name = m_context.dialogs.askText(
        m_page, tr("Keep this search"),
        tr("A name for “%1”. It stays current as %2 come and go.").arg(m_query(), recordType(m_entity).pluralText()),
        {});
    if (!name || name->trimmed().isEmpty())
        return;
    Segment segment;
    segment.name = name->trimmed();
    segment.query = m_query();
    segment.recordType = QLatin1String(recordType(m_entity).table);
    const auto done =
        m_context.store.change(tr("Keep search %1").arg(segment.name), [&](ChangeWriter& writer) -> Result<> {
            DTP_CHECK(writer.insert(segment));
            return {};
        });
    if (!done)
        m_context.dialogs.showError(m_page, done.error());
    else
        m_context.navigator.tell(tr("Kept as “%1”. You find it under Saved searches.").arg(segment.name));
}

void KeptSearches::remove(Id<Segment> segment, const QString& name)
{
    const auto done = m_context.store.change(tr("Remove saved search %1").arg(name),
                                             [&](ChangeWriter& writer) { return writer.remove(segment); });
    if (!done)
        m_context.dialogs.showError(m_page, done.error());
    else
        m_context.navigator.tell(tr("Removed saved search “%1”.").arg(name));
}

} // namespace dtp
