// SPDX-License-Identifier: GPL-3.0-or-later
// The photo at the head of a record.
#include <ui/records/record_pane.h>

#include <records/people.h>
#include <ui/head/portrait.h>
#include <ui/widgets/theme.h>

#include <QMenu>

namespace dtp
{

void RecordPane::choosePhoto()
{
    if (!m_id || m_context.store.isReadOnly())
        return;
    const auto person = m_context.store.get(Id<Person>{m_id});
    if (!person)
        return m_context.dialogs.showError(this, person.error());
    QMenu menu;
    const QAction* choose = menu.addAction(icon("document-open"), tr("Choose a photo…"));
    QAction* remove = menu.addAction(icon("edit-delete"), tr("Remove the photo"));
    remove->setEnabled(bool(person->photo));
    const QAction* chosen = menu.exec(m_portrait->mapToGlobal(QPoint(0, m_portrait->height())));
    if (chosen == remove && chosen) {
        setPhoto({});
    } else if (chosen == choose && chosen) {
        const QString file =
            m_context.dialogs.askOpenFile(this, tr("Choose a photo"), tr("Pictures (*.jpg *.jpeg *.png *.webp)"));
        if (file.isEmpty())
            return;
        const auto portrait = readPortrait(file);
        if (!portrait)
            m_context.dialogs.showError(this, portrait.error());
        else
            setPhoto(*portrait);
    }
}

void RecordPane::setPhoto(const QByteArray& bytes)
{
    auto person = m_context.store.get(Id<Person>{m_id});
    if (!person)
        return m_context.dialogs.showError(this, person.error());
    const QString sentence = bytes.isEmpty() ? tr("Remove the photo of %1").arg(fullName(*person))
                                             : tr("Change the photo of %1").arg(fullName(*person));
    const auto done = m_context.store.change(sentence, [&](ChangeWriter& writer) -> Result<> {
        const Id<Image> before = person->photo;
        person->photo = {};
        if (!bytes.isEmpty()) {
            Image image;
            image.data = bytes;
            image.mediaType = QStringLiteral("image/jpeg");
            image.description = fullName(*person);
            DTP_CHECK(writer.insert(image));
            person->photo = image.id;
        }
        DTP_CHECK(writer.update(*person));
        return before ? writer.remove(before) : Result<>{};
    });
    if (!done)
        m_context.dialogs.showError(this, done.error());
}

} // namespace dtp
