// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/jsonflattener.h"
#include "models/filter/ast.h"

#include <QRegularExpression>

#include <string>
#include <vector>

namespace Trailglass::Testing {

/// A value at a path.
struct FlatMatch
{
    std::string text; ///< as received
    std::string key;
    bool isObject = false;

    friend bool operator==(const FlatMatch &, const FlatMatch &) = default;
};

/// Finds the values at a path in flattened JSON by comparing texts only, as the SQL of a filter does.
class FlatLookup
{
public:
    explicit FlatLookup(const Filter::JsonPath &path);

    /// Strings, numbers, `true`, `false`, `null` and whole objects, in the order of the document.
    [[nodiscard]] std::vector<FlatMatch> values(const JsonFlattener &json) const;

    /// The texts of all of them in normal form C, sorted.
    [[nodiscard]] std::vector<std::string> composedTexts(const JsonFlattener &json) const;

private:
    [[nodiscard]] bool isHere(const FlatValue &value, std::string_view form) const;

    std::string m_path;
    int m_bucket;
    bool m_hasIndexes = false;
    QRegularExpression m_at;
};

} // namespace Trailglass::Testing
