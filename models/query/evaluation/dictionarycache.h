// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/store/codedstrings.h"
#include "models/store/schema.h"

#include <array>
#include <mutex>

namespace Trailglass {

/// The texts of a workspace's dictionaries in memory, shared by all who ask about it. Codes never change
/// their text, so what is known is right for every state of one database; a text that a purge takes away may
/// be known or not, whatever the state.
///
/// \thread any
class DictionaryCache
{
public:
    /// Held while a dictionary is read on, so that no two read the same millions of texts.
    std::mutex guard;
    std::array<CodedStrings, Schema::DictionaryCount> texts; ///< by dictionary; guarded

    /// Another database was put in the place of the one whose texts are known.
    void clear()
    {
        const std::scoped_lock lock(guard);
        texts = {};
    }
};

} // namespace Trailglass
