// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/field.h"
#include "models/core/result.h"
#include "models/filter/ast.h"
#include "models/store/codedstrings.h"

namespace Trailglass {

class DictionaryCache;
class SqlConnection;

/// The texts of coded fields, cached from query to query: only new ones are read.
///
/// \thread the connection's
class Dictionaries
{
public:
    /// \param connection, cache  must outlive this object
    Dictionaries(SqlConnection &connection, DictionaryCache &cache);

    /// Texts by the codes of \a field; for `vendor` by the codes of `source`, each of which has one vendor.
    ///
    /// As of now, or of the connection's transaction; the cache may already hold later ones. Waits while
    /// another thread reads, for up to a second with millions of texts.
    ///
    /// \param cancel  ends the wait; reading ends with the CancelScope of the connection
    /// \pre Schema::storage(field) is Code
    /// \error Storage, Cancelled
    Result<CodedStrings> texts(Field field, const CancelToken &cancel);

    [[nodiscard]] SqlConnection &connection() const { return m_connection; }

    /// `0` … `23`, or `mon` … `sun`.
    [[nodiscard]] static CodedStrings texts(Filter::DerivedField field);

private:
    Result<void> readLater(Field field, CodedStrings &known);
    Result<CodedStrings> vendorsBySource();

    SqlConnection &m_connection;
    DictionaryCache &m_cache;
};

} // namespace Trailglass
