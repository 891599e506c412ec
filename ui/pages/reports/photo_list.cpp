// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/reports/photo_list.h>

#include <document/picture.h>
#include <reporting/report_actions.h>
#include <ui/models/discretion.h>
#include <ui/pages/reports/photo_people_row.h>
#include <ui/widgets/dropped_file.h>
#include <ui/widgets/person_picker.h>
#include <ui/widgets/theme.h>

#include <QDragEnterEvent>
#include <QFile>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

namespace dtp
{

namespace
{
constexpr QSize ThumbnailSize(120, 90);
constexpr qint64 LargestFile = 10 << 20;

QPixmap thumbnail(const QByteArray& data)
{
    const std::optional<QImage> image = readPicture(data, ThumbnailSize.width() * 2);
    if (!image)
        return {};
    return QPixmap::fromImage(image->scaled(ThumbnailSize, Qt::KeepAspectRatio, Qt::SmoothTransformation));
}

// Whether somebody on it may be one who is not shown now. Where it is not said who is on it, anybody may be.
bool isPhotoCovered(const Store& store, const ReportPhoto& photo, const PeopleOnPhoto& on)
{
    if (!isDiscreet(store) || (photo.nobodyRecognisable && on.people.isEmpty()))
        return false;
    return on.hasUnknown || on.people.isEmpty() ||
           std::any_of(on.people.begin(), on.people.end(),
                       [&](Id<Person> person) { return isCovered(store, person.value); });
}
} // namespace

PhotoList::PhotoList(AppContext& context, QWidget* parent) : QWidget(parent), m_context(context)
{
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(Space);
    m_rows = new QVBoxLayout;
    m_rows->setSpacing(Space);
    all->addLayout(m_rows);
    m_add = new QPushButton(icon("insert-image"), tr("Add ph&oto…"), this);
    m_add->setToolTip(tr("PNG or JPEG, up to 10 MB. Pictures may be dropped here."));
    makeQuiet(m_add);
    auto* row = new QHBoxLayout;
    row->addWidget(m_add);
    row->addStretch(1);
    all->addLayout(row);
    setAcceptDrops(!m_context.store.isReadOnly());
    m_add->setEnabled(!m_context.store.isReadOnly());
    connect(m_add, &QPushButton::clicked, this, &PhotoList::ask);
}

template <class T>
void PhotoList::show(const Result<T>& result)
{
    if (!result)
        m_context.dialogs.showError(this, result.error());
}

void PhotoList::setSection(Id<ReportSection> section)
{
    m_section = section;
    refresh();
}

void PhotoList::refresh()
{
    // Who adds a name goes on with the next.
    Id<ReportPhoto> adding;
    for (const PhotoPeopleRow* row : findChildren<PhotoPeopleRow*>()) {
        if (row->picker() && row->picker()->hasFocus())
            adding = row->photo();
    }
    clearLayout(m_rows);
    if (!m_section)
        return;
    const auto photos = m_context.store.find<ReportPhoto>(Where("section_id", m_section).orderBy("position"));
    if (!photos) {
        show(photos);
        return;
    }
    const auto people = peopleOnPhotos(m_context.store, *photos);
    if (!people) {
        show(people);
        return;
    }
    for (size_t i = 0; i < photos->size(); ++i) {
        const ReportPhoto& photo = (*photos)[i];
        const PeopleOnPhoto on = people->value(photo.id.value);
        addRow(photo, on, i == 0, i + 1 == photos->size());
        auto* row = new PhotoPeopleRow(m_context, photo, on, this);
        connect(row, &PhotoPeopleRow::failed, this, [this](const Error& error) {
            m_context.dialogs.showError(this, error);
            refresh(); // the tick as it is kept
        });
        m_rows->addWidget(row);
        if (photo.id == adding && row->picker())
            row->picker()->setFocus();
    }
}

void PhotoList::addRow(const ReportPhoto& photo, const PeopleOnPhoto& on, bool isFirst, bool isLast)
{
    auto* box = new QWidget(this);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    auto* picture = new QLabel(box);
    picture->setFixedSize(ThumbnailSize);
    picture->setAlignment(Qt::AlignCenter);
    const auto image = m_context.store.get(photo.image);
    picture->setObjectName(QStringLiteral("photo-thumbnail"));
    if (image) {
        const auto showPicture = [this, picture, photo, on, own = thumbnail(image->data)] {
            if (isPhotoCovered(m_context.store, photo, on))
                picture->setText(hiddenText()); // takes the picture away
            else
                picture->setPixmap(own);
        };
        showPicture();
        whenSwitched(m_context.store, picture, showPicture);
    } else {
        picture->setToolTip(image.error().sentence.toHtmlEscaped());
    }
    row->addWidget(picture);
    auto* caption = new QLineEdit(photo.caption, box);
    caption->setPlaceholderText(tr("Caption: who and where, if they agreed"));
    caption->setAccessibleName(tr("Caption"));
    caption->setReadOnly(m_context.store.isReadOnly());
    row->addWidget(caption, 1);
    // Later than the signal: what is done here makes the rows anew.
    const auto later = [this](auto deed) { QMetaObject::invokeMethod(this, deed, Qt::QueuedConnection); };
    const auto button = [&](const char* iconName, const QString& words, bool isEnabled, auto deed) {
        auto* made = new QToolButton(box);
        made->setIcon(icon(iconName));
        if (made->icon().isNull())
            made->setText(words);
        made->setToolTip(words);
        made->setAccessibleName(words);
        made->setAutoRaise(true);
        made->setEnabled(isEnabled && !m_context.store.isReadOnly());
        row->addWidget(made);
        connect(made, &QToolButton::clicked, this, [later, deed] { later(deed); });
    };
    button("go-up", tr("Move up"), !isFirst, [this, id = photo.id] { show(movePhoto(m_context.store, id, -1)); });
    button("go-down", tr("Move down"), !isLast, [this, id = photo.id] { show(movePhoto(m_context.store, id, 1)); });
    button("edit-delete", tr("Remove"), true, [this, id = photo.id] { show(removePhoto(m_context.store, id)); });
    connect(caption, &QLineEdit::editingFinished, this, [this, later, caption, photo] {
        if (caption->isModified() && caption->text() != photo.caption)
            later([this, id = photo.id, text = caption->text()] { show(captionPhoto(m_context.store, id, text)); });
        caption->setModified(false);
    });
    m_rows->addWidget(box);
}

void PhotoList::leave()
{
    if (QWidget* focused = focusWidget(); focused && isAncestorOf(focused))
        focused->clearFocus(); // ends the editing of a caption
}

void PhotoList::ask()
{
    const QString path = m_context.dialogs.askOpenFile(this, tr("Add a photo"), tr("Pictures (*.png *.jpg *.jpeg)"));
    if (!path.isEmpty())
        addFile(path);
}

void PhotoList::addFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        m_context.dialogs.showError(
            this,
            {tr("The picture “%1” cannot be read: %2.").arg(QFileInfo(path).fileName(), file.errorString()), {}});
        return;
    }
    show(addPhoto(m_context.store, m_section, file.read(LargestFile + 1)));
}

void PhotoList::dragEnterEvent(QDragEnterEvent* event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    const auto isPicture = [](const QUrl& url) {
        const QString name = url.toLocalFile().toLower();
        return name.endsWith(QLatin1String(".png")) || name.endsWith(QLatin1String(".jpg")) ||
               name.endsWith(QLatin1String(".jpeg"));
    };
    if (m_section && std::any_of(urls.begin(), urls.end(), isPicture))
        acceptAsCopy(*event);
}

void PhotoList::dropEvent(QDropEvent* event)
{
    for (const QUrl& url : event->mimeData()->urls())
        if (url.isLocalFile())
            addFile(url.toLocalFile());
    acceptAsCopy(*event);
}

} // namespace dtp
