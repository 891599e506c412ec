// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/export/recall_offer.h>

#include <meaning/consents.h>
#include <ui/export/recall_dialog.h>

#include <algorithm>

namespace dtp
{

namespace
{
// Whether one of these answers, which were just entered, is the one that counts and is no agreement.
Result<bool> takesBack(const Store& store, Id<Person> person, const QSet<qint64>& entered)
{
    DTP_TRY(consents, store.find<Consent>(Where("person_id", person)));
    const QDate today = store.environment().clock->today();
    return std::any_of(consents.begin(), consents.end(), [&](const Consent& one) {
        const Consent* const newest = newestConsent(consents, one.purpose);
        return entered.contains(one.id.value) && newest && newest->id == one.id &&
               !agreesTo(consents, one.purpose, today);
    });
}
} // namespace

RecallOffer::RecallOffer(AppContext& context, QWidget* window)
    : QObject(window), m_context(context), m_window(window), m_background(context.store)
{
    connect(&context.store.notifier(), &Notifier::changed, this, &RecallOffer::look);
}

// Of answers that are entered at once, the first is looked at when all of them are there already.
bool RecallOffer::isOffered(Id<Person> person, const std::vector<LeftCopy>& copies) const
{
    const auto dialogs = m_window->findChildren<RecallDialog*>();
    return std::any_of(dialogs.begin(), dialogs.end(),
                       [&](const RecallDialog* one) { return one->isVisible() && one->isAbout(person, copies); });
}

// One person alone: who enters the answers of many looks through them on the page of consents.
void RecallOffer::look(const Touched& touched)
{
    const QSet<qint64> people = touched.owners.value(Entity::Person);
    const QSet<qint64> entered = touched.records.value(Entity::Consent);
    if (touched.everything || entered.isEmpty() || people.size() != 1)
        return;
    const Id<Person> person{*people.begin()};
    m_background.run<std::vector<LeftCopy>>(
        [person, entered](Store& store) -> Result<std::vector<LeftCopy>> {
            DTP_TRY(isOver, takesBack(store, person, entered));
            return isOver ? copiesWith(store, person) : Result<std::vector<LeftCopy>>(std::vector<LeftCopy>());
        },
        [this, person](Result<std::vector<LeftCopy>> copies) {
            if (!copies)
                return m_context.dialogs.showError(m_window, copies.error());
            if (recipientsOf(*copies).empty() || isOffered(person, *copies))
                return;
            auto* dialog = new RecallDialog(m_context, person, std::move(*copies), m_window);
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            dialog->open();
        });
}

} // namespace dtp
