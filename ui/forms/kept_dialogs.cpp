// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/forms/kept_dialogs.h>

#include <ui/forms/form_state.h>
#include <ui/widgets/work_bar.h>

#include <QCborValue>
#include <QCoreApplication>
#include <QDialog>
#include <QEvent>
#include <QWidget>
#include <algorithm>
#include <utility>

namespace dtp
{

namespace
{
constexpr const char* wayProperty = "reopens-by";
const QString kindKey = QStringLiteral("kind");
const QString wayKey = QStringLiteral("way");
const QString stateKey = QStringLiteral("state");

QString settingKey()
{
    return QStringLiteral("dialogs");
}

QString kindOf(const QDialog& dialog)
{
    return QString::fromLatin1(dialog.metaObject()->className());
}

// Puts back as soon as nothing is read for the dialog, again when that made it read anew, and not over what somebody
// types meanwhile.
class Filler : public QObject
{
public:
    Filler(QDialog& dialog, QCborArray state) : QObject(&dialog), m_dialog(dialog), m_state(std::move(state))
    {
        for (const WorkBar* work : dialog.findChildren<WorkBar*>())
            connect(work, &WorkBar::busyChanged, this, &Filler::goOn, Qt::QueuedConnection);
        QCoreApplication::instance()->installEventFilter(this);
        goOn();
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        const bool isUse = event->type() == QEvent::KeyPress || event->type() == QEvent::MouseButtonPress;
        const auto* widget = watched->isWidgetType() && isUse ? static_cast<QWidget*>(watched) : nullptr;
        if (widget && widget->window() == &m_dialog && !isBusy())
            m_state = {};
        return QObject::eventFilter(watched, event);
    }

private:
    bool isBusy() const
    {
        const auto works = m_dialog.findChildren<WorkBar*>();
        return std::any_of(works.begin(), works.end(), [](const WorkBar* work) { return work->isBusy(); });
    }
    void goOn()
    {
        if (m_state.isEmpty() || isBusy())
            return;
        constexpr int mostGoes = 4; // an input may take nothing as it was, and have the dialog read for ever
        const QCborArray left = putBack(m_dialog, m_state);
        if (++m_goes == mostGoes)
            m_state = {};
        else if (!isBusy())
            m_state = left;
    }
    QDialog& m_dialog;
    QCborArray m_state;
    int m_goes = 0;
};
} // namespace

void reopenBy(QDialog& dialog, const QCborMap& way)
{
    dialog.setProperty(wayProperty, way.toVariantMap());
}

void KeptDialogs::note(const QDialog& dialog)
{
    const QCborMap way = QCborMap::fromVariantMap(dialog.property(wayProperty).toMap());
    const QCborMap last = m_dialogs.at(0).toMap();
    // One that did not go at the first time, and may have ended its work since.
    if (!m_dialogs.isEmpty() && last.value(kindKey) == QCborValue(kindOf(dialog)) && last.value(wayKey) == way)
        m_dialogs.removeFirst();
    if (isForm(dialog))
        m_dialogs.prepend(QCborMap{{kindKey, kindOf(dialog)}, {wayKey, way}, {stateKey, formState(dialog)}});
}

Result<> KeptDialogs::writeTo(Store& store)
{
    QCborArray kept = std::exchange(m_dialogs, {});
    while (!kept.isEmpty() && kept.at(0).toMap().value(wayKey).toMap().isEmpty())
        kept.removeFirst();
    if (kept.isEmpty() || store.isReadOnly())
        return {};
    return store.setSetting(settingKey(), QString::fromLatin1(QCborValue(kept).toCbor().toBase64()));
}

ReopenedDialogs::ReopenedDialogs(Store& store)
    : m_store(store),
      m_dialogs(QCborValue::fromCbor(QByteArray::fromBase64(store.setting(settingKey()).toLatin1())).toArray())
{
    QCoreApplication::instance()->installEventFilter(this);
}

// Only now, so that they are still there after a crash. What was locked meanwhile is written after this.
ReopenedDialogs::~ReopenedDialogs()
{
    if (!m_store.setting(settingKey()).isEmpty())
        (void)m_store.setSetting(settingKey(), {});
}

QCborMap ReopenedDialogs::way() const
{
    return m_dialogs.at(0).toMap().value(wayKey).toMap();
}

bool ReopenedDialogs::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Show && !m_dialogs.isEmpty()) {
        if (auto* dialog = qobject_cast<QDialog*>(watched))
            fill(*dialog);
    }
    return QObject::eventFilter(watched, event);
}

void ReopenedDialogs::fill(QDialog& dialog)
{
    const QCborMap next = m_dialogs.at(0).toMap();
    if (next.value(kindKey).toString() != kindOf(dialog))
        return;
    m_dialogs.removeFirst();
    new Filler(dialog, next.value(stateKey).toArray());
}

} // namespace dtp
