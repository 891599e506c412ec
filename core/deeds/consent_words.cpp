// SPDX-License-Identifier: GPL-3.0-or-later
// What counts of a purpose, said for people.
#include <deeds/consent_grid.h>

#include <meaning/codes.h>

#include <QCoreApplication>
#include <QLocale>

namespace dtp
{

namespace
{
class Consents
{
    Q_DECLARE_TR_FUNCTIONS(Consents)
};

bool isAgreement(const QString& answer)
{
    return codeOf<ConsentAnswer>(answer) == ConsentAnswer::Agreed;
}

QString dayText(QDate day)
{
    return QLocale().toString(day, QStringLiteral("d MMM yyyy"));
}

// A day of the past, with its year where that is another one.
QString recentDay(QDate past, QDate day)
{
    return QLocale().toString(past,
                              past.year() == day.year() ? QStringLiteral("d MMM") : QStringLiteral("d MMM yyyy"));
}

QString shortDay(QDate day)
{
    return QLocale().toString(day, QStringLiteral("d MMM yy"));
}

// What counts, in two parts: "Agreed" and "until 3 May 2027".
struct Said {
    QString answer;
    QString when = {};
};

Said saidBy(const Consent* counting, QDate day)
{
    const auto since = [&](const QString& answer) {
        return Said{answer, counting->answeredOn.isValid() ? dayText(counting->answeredOn) : QString()};
    };
    switch (consentState(counting, day)) {
    case ConsentState::NotAsked:
        return {Consents::tr("Not asked")};
    case ConsentState::Agreed:
        return counting->expiresOn.isValid()
                   ? Said{Consents::tr("Agreed"), Consents::tr("until %1").arg(dayText(counting->expiresOn))}
                   : since(Consents::tr("Agreed"));
    case ConsentState::Later:
        return {Consents::tr("Agreed"), Consents::tr("from %1").arg(dayText(counting->answeredOn))};
    case ConsentState::Refused:
        return since(Consents::tr("Refused"));
    case ConsentState::Ended:
        break;
    }
    if (!isAgreement(counting->answer))
        return since(Consents::tr("Withdrawn"));
    return {counting->expiresOn.isValid() ? Consents::tr("Ended on %1").arg(dayText(counting->expiresOn))
                                          : Consents::tr("Ended")};
}

QString askedText(const ConsentRequest& request, QDate day)
{
    return request.asked.isValid() ? Consents::tr("Asked %1").arg(recentDay(request.asked, day))
                                   : Consents::tr("Asked");
}

// While an answer is waited for, that counts for more than since when there is none that lets anything be shown.
Said saidBy(const Consent* counting, QDate day, const ConsentRequest& request)
{
    Said said = saidBy(counting, day);
    const ConsentState state = consentState(counting, day);
    if (!request.isOpen || state == ConsentState::Agreed || state == ConsentState::Later)
        return said;
    if (state == ConsentState::NotAsked)
        return {askedText(request, day), Consents::tr("no answer yet")};
    said.when = request.asked.isValid() ? Consents::tr("asked again %1").arg(recentDay(request.asked, day))
                                        : Consents::tr("asked again");
    return said;
}
} // namespace

QString consentText(const Consent* counting, QDate day, const ConsentRequest& request)
{
    const Said said = saidBy(counting, day, request);
    return said.when.isEmpty()
               ? said.answer
               : Consents::tr("%1, %2", "an answer, and since or until when").arg(said.answer, said.when);
}

QString consentLines(const Consent* counting, QDate day, const ConsentRequest& request)
{
    const Said said = saidBy(counting, day, request);
    return said.when.isEmpty() ? said.answer : QString(said.answer + QLatin1Char('\n') + said.when);
}

QString consentBrief(const Consent* counting, QDate day, const ConsentRequest& request)
{
    switch (consentState(counting, day)) {
    case ConsentState::NotAsked:
        return request.isOpen ? askedText(request, day) : Consents::tr("Not asked");
    case ConsentState::Agreed:
        return counting->expiresOn.isValid() ? Consents::tr("To %1").arg(shortDay(counting->expiresOn))
                                             : Consents::tr("Agreed");
    case ConsentState::Later:
        return Consents::tr("From %1").arg(shortDay(counting->answeredOn));
    case ConsentState::Refused:
        return Consents::tr("Refused");
    case ConsentState::Ended:
        break;
    }
    return isAgreement(counting->answer) ? Consents::tr("Ended") : Consents::tr("Withdrawn");
}

} // namespace dtp
