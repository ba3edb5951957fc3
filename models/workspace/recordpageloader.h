// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/recordfetcher.h"

#include <QString>

#include <memory>

namespace Trailglass {

/// RecordFetcher over a workspace's database, on a thread of its own.
///
/// \thread GUI
class RecordPageLoader final : public RecordFetcher
{
public:
    explicit RecordPageLoader(QString workspace);
    /// Drops what waits, ends the running read and waits for the thread: within 100 ms.
    ~RecordPageLoader() override;

    void read(Page page, WithRaw raw, Take take, QObject *context, Ended ended) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Trailglass
