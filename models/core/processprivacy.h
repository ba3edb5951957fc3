// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

namespace Trailglass {

/// Keeps what this process holds and writes to its user: new files are private (umask 077), and no crash
/// writes its memory, where credentials are, into a core file.
///
/// For the first line of main(), before any thread or file. Programs started later do not inherit all of it:
/// they may not write core files either, but can be looked into as any other.
/// \thread main
void keepProcessPrivate();

} // namespace Trailglass
