// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/query/queryengine.h"
#include "models/store/eventreader.h"

#include <QString>

#include <memory>
#include <mutex>

namespace Trailglass {

/// A workspace open for reading on one thread. Opens on first use; a failure to open is not kept, so that the
/// next call tries again.
///
/// \thread that of its first use, except interrupt()
class OpenWorkspace
{
public:
    explicit OpenWorkspace(QString folder);
    /// Closes; on the thread that opened.
    ~OpenWorkspace();
    OpenWorkspace(const OpenWorkspace &) = delete;
    OpenWorkspace &operator=(const OpenWorkspace &) = delete;

    [[nodiscard]] const QString &folder() const { return m_folder; }

    /// \returns the reader, as long as this object lives
    /// \error NotFound when there is no database yet; what EventReader::open() says
    Result<EventReader *> reader();

    /// \returns the engine, as long as this object lives
    /// \error as reader()
    Result<QueryEngine *> engine();

    /// Stops the reader's running statement.
    /// \thread any
    void interrupt();

private:
    const QString m_folder;
    std::mutex m_guard; ///< of m_reader: it must not go while another thread interrupts it
    std::unique_ptr<EventReader> m_reader;
    std::unique_ptr<QueryEngine> m_engine;
};

} // namespace Trailglass
