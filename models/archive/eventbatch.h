// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/eventcolumns.h"
#include "models/archive/outgoingbatch.h"

#include <string>

namespace Trailglass {

/// Events of one month.
class EventBatch final : public OutgoingBatch
{
public:
    EventBatch(ArchiveDialect dialect, quint32 month);

    /// \param record  with raw, of the month
    /// \error TooLarge as EventColumns::append(); the event is not in the batch then
    [[nodiscard]] Result<void> append(const EventRecord &record);

    /// What it takes in memory and on its way, about.
    [[nodiscard]] std::size_t bytes() const { return m_columns.bytes(); }

    [[nodiscard]] BatchContent content() const override { return m_content; }
    [[nodiscard]] Result<void> send(ArchiveSession &session, const BatchNumber &number,
                                    const CancelToken &cancel) override;
    [[nodiscard]] Result<bool> isThere(ArchiveSession &session, const BatchNumber &number,
                                       const CancelToken &cancel) override;

private:
    EventColumns m_columns;
    BatchContent m_content;
    std::string m_scratch;
};

} // namespace Trailglass
