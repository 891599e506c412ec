<?xml version="1.0" encoding="utf-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- English for one and for many: every sentence of the program that holds a number of things. -->
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>dtp::TaskDialog</name>
    <message numerus="yes">
        <source>About %n seconds left</source>
        <translation>
            <numerusform>About %n second left</numerusform>
            <numerusform>About %n seconds left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %n minutes left</source>
        <translation>
            <numerusform>About %n minute left</numerusform>
            <numerusform>About %n minutes left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dtp::SettingsDialog</name>
    <message numerus="yes">
        <source>After %n minutes</source>
        <translation>
            <numerusform>After %n minute</numerusform>
            <numerusform>After %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dtp::EraseDialog</name>
    <message numerus="yes">
        <source>Erase this person in %n &amp;backups too</source>
        <translation>
            <numerusform>Erase this person in %n &amp;backup too</numerusform>
            <numerusform>Erase this person in %n &amp;backups too</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dtp::InvitationsTab</name>
    <message numerus="yes">
        <source>Propose %Ln people…</source>
        <translation>
            <numerusform>Propose %Ln person…</numerusform>
            <numerusform>Propose %Ln people…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were there already.</source>
        <translation>
            <numerusform>%n was there already.</numerusform>
            <numerusform>%n were there already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Marked %n people as attended. Now mark those who did not come as unable to attend.</source>
        <translation>
            <numerusform>Marked %n person as attended. Now mark those who did not come as unable to attend.</numerusform>
            <numerusform>Marked %n people as attended. Now mark those who did not come as unable to attend.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dtp::ProposalDialog</name>
    <message numerus="yes">
        <source>%n people are on the list now, as considered, each with the reason.</source>
        <translation>
            <numerusform>%n person is on the list now, as considered, with the reason.</numerusform>
            <numerusform>%n people are on the list now, as considered, each with the reason.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanningWords</name>
    <message numerus="yes">
        <source>%n places</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dtp::HomePage</name>
    <message numerus="yes">
        <source>people</source>
        <translation>
            <numerusform>person</numerusform>
            <numerusform>people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>countries</source>
        <translation>
            <numerusform>country</numerusform>
            <numerusform>countries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>programs</source>
        <translation>
            <numerusform>program</numerusform>
            <numerusform>programs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>networks</source>
        <translation>
            <numerusform>network</numerusform>
            <numerusform>networks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>workshops</source>
        <translation>
            <numerusform>workshop</numerusform>
            <numerusform>workshops</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>organisations</source>
        <translation>
            <numerusform>organisation</numerusform>
            <numerusform>organisations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>⚠ A backup is overdue: the last one is %n days old.</source>
        <translation>
            <numerusform>⚠ A backup is overdue: the last one is %n day old.</numerusform>
            <numerusform>⚠ A backup is overdue: the last one is %n days old.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dtp::TargetsDialog</name>
    <message numerus="yes">
        <source>For %n places. The balance and the proposal go by these.</source>
        <translation>
            <numerusform>For %n place. The balance and the proposal go by these.</numerusform>
            <numerusform>For %n places. The balance and the proposal go by these.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dtp::ReportPage</name>
    <message numerus="yes">
        <source>%n sections</source>
        <translation>
            <numerusform>%n section</numerusform>
            <numerusform>%n sections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recommendations</source>
        <translation>
            <numerusform>%n recommendation</numerusform>
            <numerusform>%n recommendations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Proposal</name>
    <message numerus="yes">
        <source>, %n too many: they stand on the list already, or another wish needs them</source>
        <translation>
            <numerusform>, %n too many: it stands on the list already, or another wish needs it</numerusform>
            <numerusform>, %n too many: they stand on the list already, or another wish needs them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n short</source>
        <translation>
            <numerusform>, %n short</numerusform>
            <numerusform>, %n short</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; candidates: %n, but other wishes or the places stand against more</source>
        <translation>
            <numerusform>; candidates: %n, but other wishes or the places stand against more</numerusform>
            <numerusform>; candidates: %n, but other wishes or the places stand against more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out who declined or cannot come.</source>
        <translation>
            <numerusform>%n left out who declined or cannot come.</numerusform>
            <numerusform>%n left out who declined or cannot come.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out because they are at risk.</source>
        <translation>
            <numerusform>%n left out for being at risk.</numerusform>
            <numerusform>%n left out because they are at risk.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out who are deceased or out of contact.</source>
        <translation>
            <numerusform>%n left out who is deceased or out of contact.</numerusform>
            <numerusform>%n left out who are deceased or out of contact.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorkshopActions</name>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Balance</name>
    <message numerus="yes">
        <source>; %n more may still accept</source>
        <translation>
            <numerusform>; %n more may still accept</numerusform>
            <numerusform>; %n more may still accept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; %n more to be found</source>
        <translation>
            <numerusform>; %n more to be found</numerusform>
            <numerusform>; %n more to be found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; %n may still accept</source>
        <translation>
            <numerusform>; %n may still accept</numerusform>
            <numerusform>; %n may still accept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n more to be found</source>
        <translation>
            <numerusform>, %n more to be found</numerusform>
            <numerusform>, %n more to be found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; %n too many</source>
        <translation>
            <numerusform>; %n too many</numerusform>
            <numerusform>; %n too many</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; only %n more may still accept</source>
        <translation>
            <numerusform>; only %n more may still accept</numerusform>
            <numerusform>; only %n more may still accept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; %n short</source>
        <translation>
            <numerusform>; %n short</numerusform>
            <numerusform>; %n short</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message numerus="yes">
        <source>The search index does not agree with %n people.</source>
        <translation>
            <numerusform>The search index does not agree with %n person.</numerusform>
            <numerusform>The search index does not agree with %n people.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dtp::Workspace</name>
    <message numerus="yes">
        <source>What was typed into “%1” and %n other records last was not saved. It is still there.</source>
        <translation>
            <numerusform>What was typed into “%1” and %n other record last was not saved. It is still there.</numerusform>
            <numerusform>What was typed into “%1” and %n other records last was not saved. It is still there.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Cli</name>
    <message numerus="yes">
        <source>“%1” has %n faults; %2.</source>
        <translation>
            <numerusform>“%1” has %n fault; %2.</numerusform>
            <numerusform>“%1” has %n faults; %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sections</source>
        <translation>
            <numerusform>%n section</numerusform>
            <numerusform>%n sections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recommendations</source>
        <translation>
            <numerusform>%n recommendation</numerusform>
            <numerusform>%n recommendations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n backups that were still plain are encrypted.</source>
        <translation>
            <numerusform>%n backup that was still plain is encrypted.</numerusform>
            <numerusform>%n backups that were still plain are encrypted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” is again as in “%2”, with %n people.</source>
        <translation>
            <numerusform>“%1” is again as in “%2”, with %n person.</numerusform>
            <numerusform>“%1” is again as in “%2”, with %n people.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message numerus="yes">
        <source>%n cells</source>
        <translation>
            <numerusform>%n cell</numerusform>
            <numerusform>%n cells</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sample</name>
    <message numerus="yes">
        <source>Sample data goes into a new file only; this one has %n people already.</source>
        <translation>
            <numerusform>Sample data goes into a new file only; this one has %n person already.</numerusform>
            <numerusform>Sample data goes into a new file only; this one has %n people already.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportPhrases</name>
    <message numerus="yes">
        <source>Of %Ln rows: %1 new, %2 joined to people known before, %3 with nothing new, %4 set aside.</source>
        <translation>
            <numerusform>Of %Ln row: %1 new, %2 joined to people known before, %3 with nothing new, %4 set aside.</numerusform>
            <numerusform>Of %Ln rows: %1 new, %2 joined to people known before, %3 with nothing new, %4 set aside.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %Ln rows: %1 new, %2 with something new of known ones, %3 with nothing new, %4 set aside.</source>
        <translation>
            <numerusform>Of %Ln row: %1 new, %2 with something new of known ones, %3 with nothing new, %4 set aside.</numerusform>
            <numerusform>Of %Ln rows: %1 new, %2 with something new of known ones, %3 with nothing new, %4 set aside.</numerusform>
        </translation>
    </message>
</context>
</TS>
