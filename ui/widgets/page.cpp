// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/widgets/page.h> // so that the moc file of the header has a home
