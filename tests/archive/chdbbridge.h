// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "tests/archive/archiveserver.h"

#include <QProcess>
#include <QTemporaryDir>

#include <memory>

namespace Trailglass::Testing {

/// The newest ClickHouse, as chdb with bridge/bridge.mjs in front of it. What is unlike a server is said there.
class ChdbBridge final : public ArchiveServer
{
public:
    /// \returns why it cannot be started, for QSKIP; empty when it can
    [[nodiscard]] static QString reasonMissing();

    explicit ChdbBridge(Keeping keeping = Keeping::Briefly);
    ~ChdbBridge() override { kill9(); }

    /// On another port each time.
    [[nodiscard]] bool start() override;
    void kill9() override;
    [[nodiscard]] quint16 port() const override { return m_port; }
    [[nodiscard]] QString errors() const override;

private:
    QTemporaryDir m_folder;
    std::unique_ptr<QProcess> m_process;
    quint16 m_port = 0;
};

} // namespace Trailglass::Testing
