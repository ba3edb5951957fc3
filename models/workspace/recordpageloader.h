// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/recordfetcher.h"
#include "models/workspace/place.h"

#include <memory>

namespace Trailglass {

/// RecordFetcher over a place, on a thread of its own.
///
/// \thread GUI
class RecordPageLoader final : public RecordFetcher
{
public:
    explicit RecordPageLoader(const Place &place);
    /// Drops what waits, ends the running read and waits for the thread: within 100 ms.
    ~RecordPageLoader() override;

    void read(Page page, WithRaw raw, Take take, QObject *context, Ended ended) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Trailglass
