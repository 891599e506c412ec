// SPDX-License-Identifier: GPL-3.0-or-later
// Invented people, programs, networks and workshops to learn with, to show and to measure on.
#pragma once

#include <base/progress.h>
#include <base/result.h>

#include <QtGlobal>

namespace dtp
{

class Store;

struct SampleSize {
    int people = 3500;
    quint32 seed = 1990;
};

// Fills a new file, without history. The same size and seed give the same content, keys included, on every machine.
// The sample lives in June 2026, whatever the clock says. Fails when the file has people already or progress asks to
// stop; the file is then as it was.
Result<> fillWithSample(Store& store, const SampleSize& size, const Progress& progress = {});

} // namespace dtp
