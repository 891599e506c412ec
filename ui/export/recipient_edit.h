// SPDX-License-Identifier: GPL-3.0-or-later
// To whom a copy is given, for the ledger: so that it can be asked back there, by name. Asked of what leaves for
// outsiders.
#pragma once

#include <privacy/audiences.h>

#include <QLineEdit>

namespace dtp
{

class Store;

class RecipientEdit : public QLineEdit
{
    Q_OBJECT
public:
    explicit RecipientEdit(QWidget* parent = nullptr);

    // Those of earlier copies for this audience are offered while one types.
    void offerFor(const Store& store, Audience audience);
    QString recipient() const; // empty where it is not asked
};

} // namespace dtp
