// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace Trailglass::Benchmarks {

/// Measures proofs of random events, each with root and leaf hash, and proofs that the tree continues random smaller ones: with
/// a TreeReader that is opened for each, and with one that stays open. Prints median and 95th percentile of 200. A proof that
/// does not prove ends the program.
/// \pre the workspace has events
void measureProofs(const QString &workspace);

} // namespace Trailglass::Benchmarks
