// SPDX-License-Identifier: GPL-3.0-or-later
// What the cells of a column look like: for columns whose heading says nothing, and for headings that can mean several
// things.
#pragma once

#include <base/partial_date.h>
#include <import/import_words.h>

#include <QStringList>

namespace dtp
{

class ColumnContent
{
public:
    ColumnContent(const QStringList& values, const ImportWords& words); // of the cells that are not blank

    int count() const { return m_count; }
    const QStringList& samples() const { return m_samples; }
    // Whether nearly all of the cells are this.
    bool isEmails() const { return mostly(m_emails); }
    bool isPhones() const { return mostly(m_phones); }
    bool isCountries() const { return mostly(m_countries); }
    bool isGenders() const { return mostly(m_genders) && m_different <= 12; }
    bool isSalutations() const { return mostly(m_salutations); }
    bool isParticipationRoles() const { return mostly(m_roles); }
    bool isOutcomes() const { return mostly(m_outcomes); }
    bool isStatuses() const { return mostly(m_statuses); }
    bool isYears() const { return mostly(m_years); }
    bool isWholeNumbers() const { return mostly(m_wholeNumbers); }
    bool isYesOrNo() const { return mostly(m_yesOrNo); }
    bool isDates() const { return mostly(m_dates); }
    bool isFamilyGiven() const { return m_commas * 10 > m_count * 6; }
    bool looksLikeNames() const
    {
        return m_names * 10 > m_count * 8 && m_different * 10 > m_count * 8 && m_institutions * 10 <= m_count;
    }
    bool isOtherScript() const { return mostly(m_otherScript); } // no Latin letters
    bool hasLatin() const { return m_otherScript * 10 < m_count * 5; }
    bool isKindOfContact() const { return m_count > 0 && m_contactWords == m_count; } // "Home", "SMTP", "Mobile"
    DateOrder dateOrder() const;
    // Whether some dates can be read in two ways and no other says which, or others say both.
    bool isDateOrderOpen() const { return m_bothBelow13 > 0 && (m_firstAbove12 > 0) == (m_secondAbove12 > 0); }
    bool hasBuddhistYears() const { return m_buddhistDates > 0 || mostly(m_buddhistYears); } // "15/03/2566"
    bool isCodes() const { return mostly(m_codes); }                                         // two capitals

private:
    void look(const QString& value, const ImportWords& words);
    bool mostly(int hits) const { return m_count > 0 && hits * 10 >= m_count * 8; }

    QStringList m_samples;
    int m_count = 0;
    int m_different = 0;
    int m_emails = 0;
    int m_phones = 0;
    int m_countries = 0;
    int m_genders = 0;
    int m_salutations = 0;
    int m_roles = 0;
    int m_outcomes = 0;
    int m_statuses = 0;
    int m_years = 0;
    int m_wholeNumbers = 0;
    int m_yesOrNo = 0;
    int m_dates = 0;
    int m_commas = 0;
    int m_names = 0;
    int m_institutions = 0;
    int m_otherScript = 0;
    int m_contactWords = 0;
    int m_firstAbove12 = 0;
    int m_secondAbove12 = 0;
    int m_bothBelow13 = 0;
    int m_codes = 0;
    int m_yearFirst = 0;
    int m_buddhistYears = 0;
    int m_buddhistDates = 0;
};

} // namespace dtp
