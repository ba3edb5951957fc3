// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archivesql.h"
#include "models/filter/ast.h"

#include <string>

namespace Trailglass {

/// The values of an event at a path, as SQL cuts them out of the columns of flattened JSON.
///
/// What Filter::visitElements() visits, in its order. The expressions are arrays; two of them with the same arguments go
/// in step.
/// \thread any
class PathValues
{
public:
    /// Where values are.
    enum class Place
    {
        Bucket, ///< texts, numbers, true, false, null; an empty text where an object is
        Objects, ///< whole objects
    };
    /// Of texts that are not in form C.
    enum class Spelling
    {
        AsReceived,
        InFormC,
    };

    explicit PathValues(const Filter::JsonPath &path);

    [[nodiscard]] ArchiveSql texts(Place place, Spelling spelling) const;
    /// As appendValueKey() writes them, and textforms.h.
    [[nodiscard]] ArchiveSql keys(Place place, Spelling spelling) const;

    /// The texts, as received, of the values that are there and neither null nor empty, in their order; those of objects
    /// after all others.
    [[nodiscard]] ArchiveSql presentTexts() const;

    /// What a row is sorted by: the first value that is there and neither null nor empty; numbers before texts. Empty for a
    /// row without one.
    [[nodiscard]] ArchiveSql sortText() const;

    /// Whether a value is there, and neither null nor empty.
    /// \param text, key  of a value in the bucket
    [[nodiscard]] static ArchiveSql isPresent(const ArchiveSql &text, const ArchiveSql &key);

private:
    [[nodiscard]] ArchiveSql cut(Place place, Spelling spelling, std::string_view part) const;
    [[nodiscard]] ArchiveSql isAtPath(Spelling spelling) const;

    std::string m_names; ///< archivePath()
    int m_bucket = 0;
    std::string m_at; ///< pattern for the indexes; empty: any will do
};

} // namespace Trailglass
