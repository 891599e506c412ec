// SPDX-License-Identifier: GPL-3.0-or-later
// An invented workshop report with everything that a document can hold, in every script that we print.
#pragma once

#include <document/document.h>
#include <privacy/gate.h>
#include <support/fresh_store.h>

namespace dtp::test
{

Document reportOfTest();
Table directoryOfTest(int people);

// Through the gate of the secretariat, for which nothing is taken out.
Disclosed<Document> disclosed(FreshStore& store, Document document, Audience audience = Audience::Internal);
Disclosed<Table> disclosed(FreshStore& store, Table table);

// Runs a program and returns what it printed; fails the test when it ended with an error.
QByteArray runProgram(const QString& program, const QStringList& arguments);
// Copies bytes into the folder of pictures that a person looks at, if there is one: DTP_TEST_PICTURES.
void keepForEyes(const QString& name, const QByteArray& bytes);

} // namespace dtp::test
