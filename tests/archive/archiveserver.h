// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archiveplace.h"
#include "models/core/secret.h"

#include <QList>
#include <QString>

namespace Trailglass::Testing {

/// A real engine for archives on a free port of 127.0.0.1, with data of its own in a temporary folder.
///
/// Its users all have the same key: `push` may do everything, `reader` has readonly=2 and `locked` readonly=1.
/// \thread one with an event loop
class ArchiveServer
{
public:
    /// What a server does with what it is sent.
    enum class Keeping
    {
        Briefly, ///< as is fastest for a test with some hundred events
        Ordinarily, ///< as one that is left as it was installed
    };

    ArchiveServer() = default;
    virtual ~ArchiveServer() = default;
    ArchiveServer(const ArchiveServer &) = delete;
    ArchiveServer &operator=(const ArchiveServer &) = delete;

    /// Starts it and waits until it responds; again after kill9(), with the same data.
    /// \returns whether it does
    [[nodiscard]] virtual bool start() = 0;
    /// Ends it with SIGKILL, in the middle of whatever it does.
    virtual void kill9() = 0;
    [[nodiscard]] virtual quint16 port() const = 0;
    /// Of all its servers.
    [[nodiscard]] virtual QList<quint16> ports() const { return {port()}; }
    /// Of a cluster that all its servers belong to; empty for a single server.
    [[nodiscard]] virtual QString cluster() const { return {}; }
    /// What it wrote about errors, for the message of a test that fails.
    [[nodiscard]] virtual QString errors() const { return {}; }

    /// Of its clock. Nothing else in the tests is of this zone: what a server computed by its clock would be wrong.
    [[nodiscard]] static QString zone() { return QStringLiteral("America/Chicago"); }
    /// The address of an archive.
    /// \param throughPort  of something in between; 0: the server's own
    [[nodiscard]] ArchivePlace place(const QString &database, const QString &user = QStringLiteral("push"),
                                     quint16 throughPort = 0) const
    {
        const QString query = cluster().isEmpty() ? QString() : QString(u"?cluster=" + cluster());
        return ArchivePlace::parse(
                   QStringLiteral("http://%1@127.0.0.1:%2/%3%4")
                       .arg(user, QString::number(throughPort == 0 ? port() : throughPort), database, query))
            .value();
    }
    [[nodiscard]] static QString keyText() { return QStringLiteral("loopback-key-4711"); }
    [[nodiscard]] static Secret key() { return Secret::fromText(keyText().toUtf8()).value(); }
};

} // namespace Trailglass::Testing
