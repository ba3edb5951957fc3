// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/eventtable.h"
#include "models/archive/jsonflattener.h"
#include "models/archive/nativetexts.h"
#include "models/archive/searchtexts.h"
#include "models/core/event.h"
#include "models/core/result.h"

#include <QByteArray>

#include <vector>

namespace Trailglass {

/// The partition of an event: the year and month of `created` in UTC, 202611 for November 2026.
/// \thread any
[[nodiscard]] quint32 archiveMonth(UtcMicros created);

/// Turns events into rows of table `event` of an archive, and the rows into a block for one INSERT.
///
/// Computes what no server computes exactly: the values of the raw JSON, what free text is searched in, addresses as
/// numbers.
/// \thread any, one at a time
class EventColumns
{
public:
    /// \param dialect  as dialectOf() says of the table
    explicit EventColumns(ArchiveDialect dialect);
    Q_DISABLE_COPY_MOVE(EventColumns)

    /// Adds the row of an event.
    ///
    /// \param record  with raw; its row number becomes that of the origin
    /// \param sign  1, or -1 to take back an earlier row with the same values
    /// \error TooLarge as JsonFlattener::flatten(); no row is added then
    Result<void> append(const EventRecord &record, qint8 sign = 1);

    [[nodiscard]] std::size_t rows() const { return m_rows.size(); }

    /// What the block takes, about.
    [[nodiscard]] std::size_t bytes() const;

    /// All rows as one block in Native format, in the order of eventTableColumns(), under the number of a batch.
    /// \pre all events are of one archiveMonth(), or the server cuts the block into parts
    [[nodiscard]] QByteArray block(quint32 origin, quint64 batch) const;

    /// Removes all rows; their memory is kept for the next ones.
    void clear();

private:
    /// The columns of one list of flattened JSON.
    struct FlatColumns
    {
        explicit FlatColumns(NativeTexts::Coding coding);
        void append(const std::vector<FlatValue> &values);
        [[nodiscard]] std::size_t bytes() const;
        void clear();

        std::vector<quint64> ends; ///< of each row's list
        NativeTexts path;
        NativeTexts at;
        NativeTexts text;
        NativeTexts key;
    };

    JsonFlattener m_flattener;
    SearchTexts m_searchTexts;

    std::vector<quint32> m_months;
    std::vector<qint64> m_rows;
    std::vector<qint8> m_signs;
    std::vector<qint64> m_created;
    std::vector<qint64> m_received;
    std::vector<NativeTexts> m_fields; ///< in the order of allFields(); those of times stay empty
    NativeTexts m_addresses;
    NativeTexts m_decoded;
    NativeTexts m_extra;
    std::vector<quint64> m_formEnds; ///< of each row's forms
    NativeTexts m_formFields;
    NativeTexts m_formTexts;
    std::vector<FlatColumns> m_lists; ///< as the lists of m_flattener
};

} // namespace Trailglass
