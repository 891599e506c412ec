// SPDX-License-Identifier: GPL-3.0-or-later
// Countries and territories by ISO 3166-1 alpha-2 code, and every usual spelling of them.
#pragma once

#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

namespace dtp
{

struct Country {
    QString code;          // ISO 3166-1 alpha-2: "KH"
    QString name;          // our English name: "Cambodia"
    QString region;        // "South-East Asia", "South Asia", "Pacific", …
    QStringList spellings; // other spellings, alpha-3 code among them
};

// All countries, by name; read once from resources/vocabularies/countries.csv.
const std::vector<Country>& countries();
const Country* countryByCode(const QString& code); // nullptr when unknown

// The English name, or the text itself when it is no known code.
QString countryName(const QString& code);
// "Viet Nam", "vietnam", "VNM", "VN", "Lao PDR", "Burma", "ROK", "PNG" … -> code; nullopt when not understood.
// A state by its full name as well: "Rep. of Fiji", "the Kingdom of Tonga". What more than one is called is not
// decided.
std::optional<QString> countryFromText(const QString& text);
// The codes of all that "Congo", "Korea" may mean; empty for a name of one or of none.
QStringList countriesMeantBy(const QString& text);

} // namespace dtp
