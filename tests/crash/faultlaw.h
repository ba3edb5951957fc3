// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "tests/crash/faultvfs.h"
#include "tests/crash/storeoperations.h"

#include <QTemporaryDir>

namespace Trailglass::Testing {

/// The law of an operation and a fault of the disk:
///
/// - The operation fails with a sentence for people, of kind DiskFull on a full disk, else Storage; or it succeeds,
///   and is done.
/// - The workspace opens again. It holds what it held before, or what it holds when all is done; after a power cut, too,
///   though a success may be lost then. SQLite finds no damage.
/// - The next attempt completes it: the workspace then holds exactly what it should, nothing is left over, backups are
///   whole, and checkIntegrity() finds nothing.
///
/// Prepares the workspace once; each check begins with a copy of it.
/// \thread the one that makes it; no other database may be open in the process
class FaultLaw
{
public:
    /// \param operation  must outlive this object
    explicit FaultLaw(const StoreOperation &operation);

    /// How many calls the operation makes without a fault: those that a fault may meet.
    [[nodiscard]] int calls() const { return m_calls; }

    /// \param seed  of a power cut
    /// \returns what does not hold; empty when everything does
    [[nodiscard]] QString check(DiskFault fault, quint64 seed);

    /// `torn at call 17 of 80`
    [[nodiscard]] QString described(DiskFault fault) const;

private:
    void startAgain();
    [[nodiscard]] QString checkError(const Error &error, DiskFault fault) const;
    [[nodiscard]] QString checkState(const QList<QByteArray> &allowed) const;
    [[nodiscard]] QString checkEnd() const;
    [[nodiscard]] QString checkFiles() const;

    const StoreOperation &m_operation;
    FaultVfs m_disk;
    QTemporaryDir m_folder;
    QString m_original; ///< prepared
    QString m_workspace; ///< worked on
    QByteArray m_before;
    QByteArray m_after;
    int m_calls = 0;
};

} // namespace Trailglass::Testing
