// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/field.h"
#include "models/core/result.h"
#include "models/query/filter/ast.h"
#include "models/store/schema.h"

#include <array>
#include <memory>
#include <string>
#include <vector>

namespace Trailglass {

class SqlConnection;

/// Texts by code. Empty where there is no such code.
using CodedTexts = std::shared_ptr<const std::vector<std::string>>;

/// The texts of coded fields, remembered from query to query: only what is new is read again.
///
/// \thread the connection's
class Dictionaries
{
public:
    /// \param connection  must outlive this object
    explicit Dictionaries(SqlConnection &connection);

    /// Texts by the codes of \a field; for `vendor` by the codes of `source`, each of which has one vendor.
    ///
    /// As of now, or of the connection's transaction.
    /// \pre Schema::storage(field) is Code
    /// \error Storage, Cancelled
    Result<CodedTexts> texts(Field field);

    /// `0` … `23`, or `mon` … `sun`.
    [[nodiscard]] static CodedTexts texts(Filter::DerivedField field);

private:
    Result<CodedTexts> vendorsBySource();

    SqlConnection &m_connection;
    std::array<std::shared_ptr<std::vector<std::string>>, Schema::DictionaryCount> m_known;
};

} // namespace Trailglass
