// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/credentials/sessionsecretstore.h"
#include "models/store/treereader.h"
#include "models/workspace/checkpointservice.h"
#include "models/workspace/workspaceverification.h"
#include "tests/workspace/secretstores.h"
#include "tests/workspace/workspacetesting.h"

#include <QDir>
#include <QFile>

#include <optional>
#include <string>

namespace Trailglass::Testing {

/// A clock that stands where it is put.
class PlacedClock final : public Clock
{
public:
    [[nodiscard]] UtcMicros now() const override { return time; }
    UtcMicros time = Noon;
};

/// A user who signs for a workspace, from one start of the program to its end.
class SigningDesk
{
public:
    /// All outlive the desk.
    struct Things
    {
        PlacedClock clock;
        FakeKeychain keychain;
        QTemporaryDir home; ///< of the user, outside of the workspace

        [[nodiscard]] QString file(const QString &name) const { return home.filePath(name); }
    };

    SigningDesk(const QString &folder, Things &things)
        : approvals(things.file(QStringLiteral("approvals.json")))
        , service(folder, {things.keychain, session, approvals}, things.clock)
        , m_folder(folder)
    {
    }

    [[nodiscard]] Result<WrittenCheckpoint> write(const CheckpointRequest &request = {})
    {
        return waitFor<WrittenCheckpoint>([&](auto done) { service.write(request, done); });
    }
    [[nodiscard]] Result<KeyChange> rotate(FormerKey former = FormerKey::Signs)
    {
        return waitFor<KeyChange>([&](auto done) { service.rotate(former, done); });
    }
    [[nodiscard]] Result<KeyChange> keepIn(const SecretReference &place, FormerKey former = FormerKey::Signs)
    {
        return waitFor<KeyChange>([&](auto done) { service.keepIn(place, former, done); });
    }
    /// The hashes: most tests have events whose fields are not those of their JSON.
    [[nodiscard]] Result<WorkspaceVerdict> verify(const QString &witness = {}) const
    {
        return verifyWorkspace(
            m_folder, witness, {}, [](const QString &) {}, VerifiedParts::Hashes);
    }
    [[nodiscard]] std::unique_ptr<TreeReader> tree() const { return *TreeReader::open(m_folder); }
    [[nodiscard]] std::vector<SigningKeyRecord> keys() const { return *tree()->signingKeys(); }
    [[nodiscard]] std::vector<StoredCheckpoint> checkpoints() const { return *tree()->checkpoints(); }

    SessionSecretStore session;
    ReferenceApprovals approvals;
    CheckpointService service;

private:
    /// \returns Internal without a result
    template <class Value, class Start>
    [[nodiscard]] static Result<Value> waitFor(Start start)
    {
        const auto result = std::make_shared<std::optional<Result<Value>>>();
        start([result](const Result<Value> &ended) { result->emplace(ended); });
        return QTest::qWaitFor([result] { return result->has_value(); }, 60'000)
            ? **result
            : Result<Value>(Error{ErrorKind::Internal, QStringLiteral("no result")});
    }

    const QString m_folder;
};

/// Puts the files of a workspace into another folder, as whoever copies it does.
inline void copyFiles(const QString &from, const QString &to)
{
    for (const QString &name : QDir(from).entryList(QDir::Files)) {
        QFile::remove(QDir(to).filePath(name));
        QVERIFY(QFile::copy(QDir(from).filePath(name), QDir(to).filePath(name)));
    }
}

/// As somebody who puts another workspace in the place of one.
inline void takeIdentity(Workspace &forged, const QString &folder)
{
    const auto identity = (*EventReader::open(folder))->identity();
    VERIFY_RESULT(identity);
    forged.execute("UPDATE counter SET value = " + std::to_string(identity->toLongLong(nullptr, 16))
                   + " WHERE name = 'identity'");
}

} // namespace Trailglass::Testing
