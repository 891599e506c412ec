// SPDX-License-Identifier: GPL-3.0-or-later
#include <meaning/codes.h>

#include <array>
#include <utility>

namespace dtp
{

namespace
{
// What the file keeps for each code, and what other texts count as.
template <class Code>
struct Codes;

template <>
struct Codes<SafetyLevel> {
    using enum SafetyLevel;
    static constexpr std::array known{std::pair{"normal", Normal}, std::pair{"careful", Careful},
                                      std::pair{"at_risk", AtRisk}};
    static SafetyLevel otherwise(const QString& text) { return text.isEmpty() ? Careful : AtRisk; }
};

template <>
struct Codes<ConsentAnswer> {
    using enum ConsentAnswer;
    static constexpr std::array known{std::pair{"agreed", Agreed}, std::pair{"refused", Refused},
                                      std::pair{"withdrawn", Withdrawn}};
    static ConsentAnswer otherwise(const QString&) { return Refused; }
};

template <>
struct Codes<PersonStatus> {
    using enum PersonStatus;
    static constexpr std::array known{std::pair{"active", Active}, std::pair{"lost_contact", LostContact},
                                      std::pair{"retired", Retired}, std::pair{"deceased", Deceased}};
    static PersonStatus otherwise(const QString&) { return Active; }
};

template <>
struct Codes<InvitationState> {
    using enum InvitationState;
    static constexpr std::array known{std::pair{"considered", Considered}, std::pair{"invited", Invited},
                                      std::pair{"reminded", Reminded},     std::pair{"accepted", Accepted},
                                      std::pair{"declined", Declined},     std::pair{"unable", Unable},
                                      std::pair{"attended", Attended}};
    static InvitationState otherwise(const QString&) { return Considered; }
};

template <>
struct Codes<ParticipationRole> {
    using enum ParticipationRole;
    static constexpr std::array known{std::pair{"participant", Participant}};
    static ParticipationRole otherwise(const QString&) { return Other; }
};

template <>
struct Codes<ParticipationOutcome> {
    using enum ParticipationOutcome;
    static constexpr std::array known{std::pair{"completed", Completed}, std::pair{"partial", Partial},
                                      std::pair{"ongoing", Ongoing}, std::pair{"withdrew", Withdrew},
                                      std::pair{"absent", Absent}};
    static ParticipationOutcome otherwise(const QString&) { return Unknown; }
};

template <>
struct Codes<NetworkRole> {
    using enum NetworkRole;
    static constexpr std::array known{std::pair{"member", Member}, std::pair{"focal_point", FocalPoint},
                                      std::pair{"steering_committee", SteeringCommittee}};
    static NetworkRole otherwise(const QString&) { return Member; }
};

template <>
struct Codes<RecommendationStatus> {
    using enum RecommendationStatus;
    static constexpr std::array known{std::pair{"open", Open}, std::pair{"in_progress", InProgress},
                                      std::pair{"done", Done}, std::pair{"dropped", Dropped}};
    static RecommendationStatus otherwise(const QString&) { return Open; }
};

template <>
struct Codes<ReportStatus> {
    using enum ReportStatus;
    static constexpr std::array known{std::pair{"draft", Draft}, std::pair{"review", Review},
                                      std::pair{"final", Final}, std::pair{"sent", Sent}};
    static ReportStatus otherwise(const QString&) { return Draft; }
};

template <>
struct Codes<WorkshopStatus> {
    using enum WorkshopStatus;
    static constexpr std::array known{std::pair{"planned", Planned}, std::pair{"confirmed", Confirmed},
                                      std::pair{"held", Held}, std::pair{"postponed", Postponed},
                                      std::pair{"cancelled", Cancelled}};
    static WorkshopStatus otherwise(const QString&) { return Planned; }
};

template <>
struct Codes<SectionKind> {
    using enum SectionKind;
    static constexpr std::array known{std::pair{"text", Text},
                                      std::pair{"objectives", Objectives},
                                      std::pair{"participants", Participants},
                                      std::pair{"program", Program},
                                      std::pair{"session", Session},
                                      std::pair{"gaps", Gaps},
                                      std::pair{"recommendations", Recommendations},
                                      std::pair{"figures", Figures}};
    static SectionKind otherwise(const QString&) { return Text; }
};

template <>
struct Codes<SessionKind> {
    using enum SessionKind;
    static constexpr std::array known{std::pair{"session", Session}, std::pair{"break", Break},
                                      std::pair{"social", Social}};
    static SessionKind otherwise(const QString&) { return Other; }
};
} // namespace

template <class Code>
Code codeOf(const QString& text)
{
    for (const auto& [word, code] : Codes<Code>::known)
        if (text == QLatin1String(word))
            return code;
    return Codes<Code>::otherwise(text);
}

template <class Code>
QString codeText(Code code)
{
    for (const auto& [word, known] : Codes<Code>::known)
        if (known == code)
            return QLatin1String(word);
    return {};
}

#define DTP_CODE(Code)                                                                                                \
    template Code codeOf<Code>(const QString&);                                                                       \
    template QString codeText<Code>(Code);
DTP_CODE(SafetyLevel)
DTP_CODE(ConsentAnswer)
DTP_CODE(PersonStatus)
DTP_CODE(InvitationState)
DTP_CODE(ParticipationRole)
DTP_CODE(ParticipationOutcome)
DTP_CODE(NetworkRole)
DTP_CODE(RecommendationStatus)
DTP_CODE(ReportStatus)
DTP_CODE(WorkshopStatus)
DTP_CODE(SectionKind)
DTP_CODE(SessionKind)
#undef DTP_CODE

} // namespace dtp
