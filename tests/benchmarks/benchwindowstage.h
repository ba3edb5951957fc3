// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QJsonObject>
#include <QProcess>
#include <QString>
#include <QStringList>

namespace Trailglass::Benchmarks {

/// The workspace that bench_window opens, and the stand-in servers that its sources are synced from, in a process of their
/// own.
class BenchWindowStage
{
public:
    /// Starts the servers and copies a workspace, so that each run begins with the same events.
    /// \param filled  filled with \a events of Asana, and one of a million values, where there is no workspace yet
    BenchWindowStage(const QString &filled, qint64 events);
    ~BenchWindowStage();
    BenchWindowStage(const BenchWindowStage &) = delete;
    BenchWindowStage &operator=(const BenchWindowStage &) = delete;

    /// The copy: deleted when the program ends.
    [[nodiscard]] const QString &workspace() const { return m_workspace; }

    /// Adds a source of the servers to the copy, with the command line.
    void addSource(const QString &name) const;

private:
    void startServers();
    void fill(const QString &workspace, qint64 events) const;
    void saveSource(const QString &workspace, const QStringList &command) const;

    QProcess m_servers;
    QJsonObject m_asana; ///< settings and secrets of one of them
    QString m_workspace;
};

} // namespace Trailglass::Benchmarks
