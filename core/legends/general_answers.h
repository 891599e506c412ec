// SPDX-License-Identifier: GPL-3.0-or-later
// Columns that speak of agreeing or of secrecy without saying what for, and what an answer below them takes away from
// all that is agreed to beside it: "Opt-in: no", "Consent form: not signed", "Confidentiality: high".
#pragma once

#include <cells/cell_date.h>

#include <QString>
#include <optional>

namespace dtp
{

enum class GeneralQuestion { OptIn, OptOut, Form, Signature, Secrecy };
// heading: folded. nullopt for any other heading.
std::optional<GeneralQuestion> generalQuestionOf(const QString& heading);

// Nothing: agreements stand. Doubt: those beside it do not count; Refusal: nor do those from before.
enum class GeneralAnswer { Nothing, Doubt, Refusal };
GeneralAnswer generalAnswer(GeneralQuestion question, const QString& text, const CellDateHints& hints);

} // namespace dtp
