// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/signingkeytable.h"

#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/store/sourcejson.h"
#include "models/store/sqlconnection.h"
#include "models/store/sqlerror.h"
#include "models/store/storedrow.h"
#include "models/store/treeedge.h"

#include <algorithm>

namespace Trailglass::SigningKeyTable {

namespace {

using namespace Qt::StringLiterals;

/// The key of the reference in its JSON object.
const QString ReferenceName = u"signing-key"_s;

std::optional<PublicKey> publicKeyOf(std::span<const char> bytes)
{
    if (bytes.size() != PublicKey::Size)
        return std::nullopt;
    PublicKey key;
    std::ranges::transform(bytes, key.bytes.begin(),
                           [](char byte) { return static_cast<unsigned char>(byte); });
    return key;
}

Result<SigningKeyRecord> signingKeyAt(StoredRow &row)
{
    SigningKeyRecord record{
        .id = row.number(0, StoredRanges::Run), .created = row.time(4), .retired = row.timeOrNone(5)};
    const std::string_view name = row.text(1);
    const std::optional<PublicKey> key = publicKeyOf(row.blob(2));
    const auto references = SourceJson::secrets(row.text(3));
    TRY(row.check());
    if (name.empty() || name.size() > 3 * static_cast<std::size_t>(SigningKeyRecord::MaxName))
        return impossibleValue("signing_key", "name");
    if (!key)
        return impossibleValue("signing_key", "public");
    if (!references || !references->contains(ReferenceName))
        return impossibleValue("signing_key", "reference");
    record.name = toQString(name);
    record.key = *key;
    record.reference = references->value(ReferenceName);
    return record;
}

std::string referenceText(const SecretReference &reference)
{
    return SourceJson::text(QMap<QString, SecretReference>{{ReferenceName, reference}});
}

/// The last key, unless it is retired.
Result<std::optional<qint64>> presentKeyId(SqlConnection &connection)
{
    TRY(Statement select, connection.prepare("SELECT id, retired FROM signing_key ORDER BY id DESC LIMIT 1"));
    std::optional<qint64> id;
    TRY(firstStoredRow(select, "signing_key", [&id](StoredRow &row) {
        const qint64 last = row.number(0, StoredRanges::Run);
        if (!row.timeOrNone(1))
            id = last;
    }));
    return id;
}

Error noSuchKey()
{
    return {.kind = ErrorKind::NotFound,
            .message = Trailglass::tr("There is no such signing key in this workspace.")};
}

} // namespace

Result<std::vector<SigningKeyRecord>> all(SqlConnection &connection)
{
    std::vector<SigningKeyRecord> keys;
    TRY(const bool there, hasTree(connection));
    if (!there)
        return keys;
    TRY(Statement select,
        connection.prepare(
            "SELECT id, name, public, reference, created, retired FROM signing_key ORDER BY id"));
    TRY(forEachStoredRow(select, "signing_key", [&keys](StoredRow &row) -> Result<void> {
        TRY(SigningKeyRecord key, signingKeyAt(row));
        keys.push_back(std::move(key));
        return {};
    }));
    return keys;
}

Result<qint64> replace(SqlConnection &connection, const SigningKeyRecord &key, std::optional<qint64> before)
{
    if (key.name.isEmpty() || key.name.size() > SigningKeyRecord::MaxName) {
        return Error{.kind = ErrorKind::Usage,
                     .message = Trailglass::tr("The name of a signing key has 1 to %1 characters.")
                                    .arg(SigningKeyRecord::MaxName)};
    }
    TRY(const std::optional<qint64> present, presentKeyId(connection));
    if (present != before) {
        return Error{.kind = ErrorKind::Locked,
                     .message = Trailglass::tr("Another program has changed the signing key of this "
                                               "workspace. Nothing was changed; look at its key, then try "
                                               "again.")};
    }
    if (present) {
        TRY(retire(connection, *present, key.created));
    }
    TRY(Statement insert,
        connection.prepare("INSERT INTO signing_key (name, public, reference, created) VALUES (?, ?, ?, ?) "
                           "RETURNING id"));
    const std::span<const char> bytes(reinterpret_cast<const char *>(key.key.bytes.data()),
                                      key.key.bytes.size());
    insert.bind(1, toUtf8(key.name)).bindBlob(2, bytes);
    insert.bind(3, referenceText(key.reference)).bind(4, key.created.value);
    qint64 id = 0;
    TRY(firstStoredRow(insert, "sqlite_sequence",
                       [&id](StoredRow &row) { id = row.number(0, StoredRanges::Run); }));
    return id;
}

Result<void> move(SqlConnection &connection, qint64 id, const SecretReference &place)
{
    TRY(Statement update, connection.prepare("UPDATE signing_key SET reference = ?2 WHERE id = ?1"));
    TRY(update.bind(1, id).bind(2, referenceText(place)).run());
    return connection.changes() == 1 ? Result<void>() : noSuchKey();
}

Result<void> retire(SqlConnection &connection, qint64 id, UtcMicros at)
{
    TRY(Statement update,
        connection.prepare("UPDATE signing_key SET retired = coalesce(retired, ?2) WHERE id = ?1"));
    TRY(update.bind(1, id).bind(2, at.value).run());
    return connection.changes() == 1 ? Result<void>() : noSuchKey();
}

} // namespace Trailglass::SigningKeyTable
