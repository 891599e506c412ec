// SPDX-License-Identifier: GPL-3.0-or-later
#include <words/well_known.h>

namespace dtp
{

const QStringList& wellKnownThings()
{
    static const QStringList things =
        QStringLiteral(
            // bodies
            "amnesty international|amnesty|human rights watch|oxfam|greenpeace|caritas|red cross|red crescent|save "
            "the children|world vision|front line defenders|frontline defenders|forum asia|asia pacific forum|united "
            "nations|world bank|asian development bank|european union|european commission|african union|pacific "
            "islands forum|international criminal court|international court of justice|human rights council|general "
            "assembly|security council|human rights committee|khmer rouge|khmer rouge tribunal|freedom house|civicus|"
            "transparency international|earthrights international|global witness|pax romana|"
            // offices
            "special rapporteur|special rapporteurs|high commissioner|high commission|secretary general|prime "
            "minister|prime ministers|attorney general|chief justice|ombudsman|ombudsperson|"
            // treaties and procedures
            "rome statute|geneva convention|geneva conventions|paris agreement|paris principles|yogyakarta "
            "principles|bangkok rules|mandela rules|nelson mandela rules|beijing rules|istanbul protocol|vienna "
            "declaration|vienna convention|beijing declaration|beijing platform|universal declaration|universal "
            "periodic review|magna carta|millennium development goals|sustainable development goals|guiding "
            "principles|escazu agreement|"
            // programs of computers
            "google|google docs|google doc|google drive|google meet|google forms|google maps|google sheets|gmail|"
            "facebook messenger|messenger|microsoft|microsoft teams|microsoft word|microsoft excel|word|excel|"
            "powerpoint|onedrive|dropbox|skype|slack|viber|tiktok|mentimeter|kahoot|canva|padlet|slido|"
            "surveymonkey|linkedin|protonmail|android|windows|linux|trello|moodle|chatgpt|"
            // faiths, feasts and times
            "ramadan|diwali|christmas|vesak|songkran|nowruz|covid|pandemic|bible|koran|quran")
            .split(u'|');
    return things;
}

} // namespace dtp
