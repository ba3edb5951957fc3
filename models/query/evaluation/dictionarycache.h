// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/store/codedstrings.h"
#include "models/store/schema.h"

#include <array>
#include <mutex>

namespace Trailglass {

/// The texts of a workspace's dictionaries in memory, shared by all engines. Codes never change their text, so
/// cached ones are right for every state of one database; a text that a purge removes may still be cached.
///
/// \thread any
class DictionaryCache
{
public:
    /// Locked while new texts are read, so that no two threads read the same millions of texts.
    std::timed_mutex guard;
    std::array<CodedStrings, Schema::DictionaryCount> texts; ///< by dictionary; guarded

    /// For another database in the place of the cached one.
    void clear()
    {
        const std::scoped_lock lock(guard);
        texts = {};
    }
};

} // namespace Trailglass
