// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/credentials/sessionsecretstore.h"
#include "models/sources/source.h"
#include "models/store/eventreader.h"
#include "models/workspace/sourceservice.h"
#include "tests/support/fakevendors.h"
#include "tests/workspace/secretstores.h"
#include "tests/workspace/workspacetesting.h"

namespace Trailglass::Testing {

/// A workspace beside five vendors' servers, on the day after the company's quarter.
class VendorWorkspace
{
public:
    class Today final : public Clock
    {
    public:
        [[nodiscard]] UtcMicros now() const override { return {Noon.value - Noon.value % UtcMicros::PerDay}; }
    };

    VendorWorkspace()
        : servers({.seed = 3, .now = clock.now(), .events = 400})
        , service(std::make_unique<SourceService>(folder.path(), places(), clock))
    {
    }

    /// A source on a vendor's server, its credentials entered.
    [[nodiscard]] SourceInput input(Vendor vendor,
                                    SecretReference::Kind kind = SecretReference::Kind::Session)
    {
        Support::VendorServer &server = servers.server(vendor);
        SourceInput input;
        input.type = toQString(name(vendor));
        input.name = QStringLiteral("my ") + input.type;
        input.settings = server.settings();
        const QMap<QString, QString> secrets = server.secrets();
        for (auto secret = secrets.cbegin(); secret != secrets.cend(); ++secret)
            input.secrets.insert(secret.key(), {{kind}, *Secret::fromText(secret.value().toUtf8())});
        return input;
    }

    /// Saves and waits.
    /// \returns the warnings; Internal without a result
    Result<QStringList> save(const SourceInput &input)
    {
        std::optional<Result<QStringList>> result;
        service->save(input, [&result](const Result<QStringList> &saved) { result = saved; });
        return QTest::qWaitFor([&result] { return result.has_value(); }, 60'000)
            ? *result
            : Result<QStringList>(Error{ErrorKind::Internal, QStringLiteral("no result")});
    }

    [[nodiscard]] std::unique_ptr<EventReader> reader() const { return *EventReader::open(folder.path()); }
    [[nodiscard]] SourceRecord source(const QString &name) const { return reader()->source(name).value(); }

    [[nodiscard]] SecretPlaces places() { return {keychain, session, approvals}; }

    QTemporaryDir folder;
    QTemporaryDir home; ///< of the user, outside of the workspace
    Today clock;
    Support::FakeVendors servers;
    FakeKeychain keychain;
    SessionSecretStore session;
    ReferenceApprovals approvals{home.filePath(QStringLiteral("approvals.json"))};
    std::unique_ptr<SourceService> service;
};

} // namespace Trailglass::Testing
