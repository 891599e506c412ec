// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/tables/kept_searches.h>

#include <records/reports.h>
#include <ui/tables/filter_bar.h>
#include <ui/widgets/theme.h>

#include <QCollator>
#include <QMenu>
#include <QPushButton>
#include <algorithm>

namespace dtp
{

namespace
{
QString asMenuText(QString name)
{
    return name.replace(QLatin1Char('&'), QStringLiteral("&&"));
}
} // namespace

KeptSearches::KeptSearches(AppContext& context, Entity entity, FilterBar& bar, ViewOfPage now, QWidget* page)
    : QObject(page), m_context(context), m_entity(entity), m_now(std::move(now)), m_page(page),
      m_keep(new QPushButton(icon("bookmark-new"), tr("&Keep this view"), &bar)),
      m_kept(new QPushButton(icon("bookmarks"), tr("Saved views"), &bar))
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
    m_keep->setVisible(!m_context.store.isReadOnly() && (!m_now.query().isEmpty() || m_now.isOwn()));
}

Result<std::vector<Segment>> KeptSearches::all() const
{
    DTP_TRY(segments, m_context.store.find<Segment>(Where("record_type", QLatin1String(recordType(m_entity).table))));
    QCollator collator;
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    collator.setNumericMode(true);
    std::sort(segments.begin(), segments.end(), [&](const Segment& a, const Segment& b) {
        return a.position != b.position ? a.position < b.position : collator.compare(a.name, b.name) < 0;
    });
    return std::move(segments);
}

void KeptSearches::fillMenu()
{
    QMenu* menu = m_kept->menu();
    menu->clear();
    qDeleteAll(menu->findChildren<QMenu*>(QString(), Qt::FindDirectChildrenOnly));
    const auto segments = all();
    if (!segments) {
        menu->addAction(QString(QStringLiteral("⚠ ") + segments.error().sentence))->setEnabled(false);
        return;
    }
    if (segments->empty()) {
        menu->addAction(tr("None yet: search for %1, sort or group them, then keep the view.")
                            .arg(recordType(m_entity).pluralText()))
            ->setEnabled(false);
        return;
    }
    for (const Segment& segment : *segments)
        menu->addAction(asMenuText(segment.name), this,
                        [this, query = segment.query, view = segment.view] { Q_EMIT asked(query, view); });
    menu->addSeparator();
    addChanges(menu, *segments);
}

void KeptSearches::addChanges(QMenu* menu, const std::vector<Segment>& segments)
{
    const bool isWritable = !m_context.store.isReadOnly();
    const auto add = [&](const char* iconName, const QString& words, const std::function<void(const Segment&)>& deed) {
        QMenu* choice = menu->addMenu(icon(iconName), words);
        choice->setEnabled(isWritable);
        for (const Segment& segment : segments)
            choice->addAction(asMenuText(segment.name), this, [deed, segment] { deed(segment); });
    };
    add("document-save", tr("&Keep as it stands now"), [this](const Segment& segment) { renew(segment); });
    add("edit-rename", tr("Re&name"), [this](const Segment& segment) { rename(segment); });
    add("go-up", tr("Move &up"), [this](const Segment& segment) { move(segment.id.value, -1); });
    add("go-down", tr("Move &down"), [this](const Segment& segment) { move(segment.id.value, 1); });
    add("edit-delete", tr("&Remove"), [this](const Segment& segment) { remove(segment); });
}

void KeptSearches::change(const QString& sentence, const QString& said,
                          const std::function<Result<>(ChangeWriter&)>& deed)
{
    const auto done = m_context.store.change(sentence, deed);
    if (!done)
        m_context.dialogs.showError(m_page, done.error());
    else
        m_context.navigator.tell(said);
}

void KeptSearches::keep()
{
    const QString query = m_now.query();
    const QString plural = recordType(m_entity).pluralText();
    const auto name = m_context.dialogs.askText(
        m_page, tr("Keep this view"),
        query.isEmpty() ? tr("A name for this view of all %1: its columns, order and groups.").arg(plural)
                        : tr("A name for “%1”, with the columns, order and groups as they stand. It stays current as "
                             "%2 come and go.")
                              .arg(query, plural),
        {});
    const auto known = all();
    if (!name || name->trimmed().isEmpty() || !known)
        return;
    Segment segment;
    segment.name = name->trimmed();
    segment.query = query;
    segment.view = m_now.view();
    segment.recordType = QLatin1String(recordType(m_entity).table);
    segment.position = known->empty() ? 0 : known->back().position;
    change(tr("Keep view %1").arg(segment.name), tr("Kept as “%1”. You find it under Saved views.").arg(segment.name),
           [&](ChangeWriter& writer) -> Result<> {
               DTP_CHECK(writer.insert(segment));
               return {};
           });
}

void KeptSearches::rename(const Segment& segment)
{
    const auto name = m_context.dialogs.askText(m_page, tr("Rename a saved view"),
                                                tr("A new name for “%1”.").arg(segment.name), segment.name);
    if (!name || name->trimmed().isEmpty() || name->trimmed() == segment.name)
        return;
    Segment renamed = segment;
    renamed.name = name->trimmed();
    change(tr("Rename view %1").arg(segment.name), tr("“%1” is now “%2”.").arg(segment.name, renamed.name),
           [&](ChangeWriter& writer) { return writer.update(renamed); });
}

void KeptSearches::renew(const Segment& segment)
{
    Segment now = segment;
    now.query = m_now.query();
    now.view = m_now.view();
    change(tr("Change view %1").arg(segment.name), tr("“%1” is as the list stands now.").arg(segment.name),
           [&](ChangeWriter& writer) { return writer.update(now); });
}

// All get a place of their own: as long as nobody has moved one they stand by name.
void KeptSearches::move(qint64 segment, int by)
{
    auto segments = all();
    if (!segments)
        return m_context.dialogs.showError(m_page, segments.error());
    const auto at = std::find_if(segments->begin(), segments->end(),
                                 [segment](const Segment& one) { return one.id.value == segment; });
    const auto other = at - segments->begin() + by;
    if (at == segments->end() || other < 0 || other >= static_cast<std::ptrdiff_t>(segments->size()))
        return;
    const QString name = at->name;
    std::swap(*at, *(segments->begin() + other));
    change(tr("Move view %1").arg(name), by < 0 ? tr("Moved “%1” up.").arg(name) : tr("Moved “%1” down.").arg(name),
           [&](ChangeWriter& writer) -> Result<> {
               for (size_t i = 0; i < segments->size(); ++i) {
                   (*segments)[i].position = static_cast<int>(i) + 1;
                   DTP_CHECK(writer.update((*segments)[i]));
               }
               return {};
           });
}

void KeptSearches::remove(const Segment& segment)
{
    change(tr("Remove view %1").arg(segment.name), tr("Removed the view “%1”.").arg(segment.name),
           [&](ChangeWriter& writer) { return writer.remove(segment.id); });
}

} // namespace dtp
