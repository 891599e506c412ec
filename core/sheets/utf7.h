// SPDX-License-Identifier: GPL-3.0-or-later
// UTF-7, in which old mail programs wrote letters: "Jos+AOk-" is "José". It is plain ASCII, so that nothing else
// tells.
#pragma once

#include <QByteArray>
#include <QString>
#include <optional>

namespace dtp
{

// Whether a text is in UTF-7, looked at in pieces: it has such letters, and no "+" that stands for itself, as those of
// phone numbers do.
class Utf7Signs
{
public:
    void look(const QByteArray& piece);
    bool isUtf7() const { return m_letters > 0 && m_plain == 0; }

private:
    void end(char next);

    bool m_isWithin = false; // behind a "+"
    QByteArray m_run;
    qint64 m_letters = 0;
    qint64 m_plain = 0; // pluses that begin nothing
};

// One cell of which all pluses begin letters; nullopt for any other.
std::optional<QString> fromUtf7(const QString& text);

} // namespace dtp
