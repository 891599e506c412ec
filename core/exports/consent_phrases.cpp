// SPDX-License-Identifier: GPL-3.0-or-later
#include <exports/consent_phrases.h>

#include <exports/export_text.h>
#include <storage/store.h>

#include <vector>

namespace dtp
{

namespace
{
// What a purpose comes to, in the words of whoever is asked: they go on from "… may".
struct Phrase {
    const char* purpose;
    const char* label; // the word of the vocabulary; where somebody chose another, theirs is said
    const char* words;
};

const std::vector<Phrase>& phrases()
{
    static const std::vector<Phrase> all{
        {"directory", "Alumni directory", QT_TRANSLATE_NOOP("Exports", "list me in the alumni directory")},
        {"contact_details", "Contact details to alumni and partners",
         QT_TRANSLATE_NOOP("Exports", "give my contact details to alumni and partners")},
        {"partners", "Partner organisations", QT_TRANSLATE_NOOP("Exports", "name me to partner organisations")},
        {"funders", "Funder reports by name", QT_TRANSLATE_NOOP("Exports", "name me in reports to funders")},
        {"publicity", "Publicity",
         QT_TRANSLATE_NOOP("Exports", "name me in public: on websites, in print, in the media")},
        {"photo", "Photos in which they can be recognised",
         QT_TRANSLATE_NOOP("Exports", "show photos in which I can be recognised")},
        {"newsletter", "Newsletter", QT_TRANSLATE_NOOP("Exports", "send me its newsletter")}};
    return all;
}

} // namespace

QString consentPhrase(const VocabularyTerm& term)
{
    for (const Phrase& one : phrases()) {
        if (term.code == QLatin1String(one.purpose) && term.label == QLatin1String(one.label))
            return ExportText::tr(one.words);
    }
    return ExportText::tr("use what it knows of me for: %1", "what a person agrees to").arg(term.label);
}

QString consentQuestion()
{
    return ExportText::tr("What may we show about you?");
}

QString takingBackText(const QString& organisation)
{
    return ExportText::tr(
               "You can take back any of this at any time, without giving a reason: tell anybody at %1, in "
               "any way. From then on it is not done any more, and those who were given something about you "
               "are asked to delete it. What is printed or was public by then cannot always be called back.")
        .arg(organisation);
}

QString organisationThatAsks(const Store& store)
{
    return store.setting(QStringLiteral("organisation"), QStringLiteral("Diplomacy Training Program"));
}

} // namespace dtp
