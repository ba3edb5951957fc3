// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/field.h"
#include "models/core/result.h"
#include "models/query/filter/ast.h"
#include "models/store/codedtexts.h"

namespace Trailglass {

class DictionaryKeeper;
class SqlConnection;

/// The texts of coded fields, remembered from query to query: only what is new is read again.
///
/// \thread the connection's
class Dictionaries
{
public:
    /// \param connection, keeper  must outlive this object
    Dictionaries(SqlConnection &connection, DictionaryKeeper &keeper);

    /// Texts by the codes of \a field; for `vendor` by the codes of `source`, each of which has one vendor.
    ///
    /// As of now, or of the connection's transaction; others may have read later ones already. Waits while
    /// another thread reads, for up to a second with millions of texts, whatever is cancelled.
    ///
    /// \pre Schema::storage(field) is Code
    /// \error Storage, Cancelled
    Result<CodedTexts> texts(Field field);

    /// `0` … `23`, or `mon` … `sun`.
    [[nodiscard]] static CodedTexts texts(Filter::DerivedField field);

private:
    Result<void> readLater(Field field, CodedTexts &known);
    Result<CodedTexts> vendorsBySource();

    SqlConnection &m_connection;
    DictionaryKeeper &m_keeper;
};

} // namespace Trailglass
