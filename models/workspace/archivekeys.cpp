// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/archivekeys.h"

#include "models/core/result.h"
#include "models/core/translation.h"
#include "models/credentials/secretfile.h"
#include "models/credentials/secretvariable.h"

namespace Trailglass {
namespace {

using namespace Qt::StringLiterals;

/// Of the user at the server, whatever the database.
QString storeKey(const ArchivePlace &place)
{
    return u"archive/%1@%2"_s.arg(place.user(), place.origin().text());
}

Result<Secret> releasedFor(const ArchivePlace &place, const FiledSecret &filed)
{
    if (filed.origin == place.origin())
        return filed.secret;
    return Error{
        ErrorKind::SecretDenied,
        tr("The key in the keychain was entered for another address and is not sent to %1. If the address is "
           "right, enter the key again: “Open archive…” in the window, or “trailglass-cli archive login”.")
            .arg(place.server())};
}

} // namespace

Result<SecretReference> parseKeyReference(const QString &text, const QString &workingFolder)
{
    TRY(const auto reference, parseSecretReference(text, workingFolder));
    if (reference.kind == SecretReference::Kind::Session) {
        return Error{
            ErrorKind::Usage,
            tr("The command line cannot use session secrets; use keychain, env:VARIABLE or file:PATH.")};
    }
    return reference;
}

QString rememberedKey(const std::optional<SecretReference> &key)
{
    return key && key->isNamedPlace() ? printSecretReference(*key) : QString();
}

QString keyNotKept(const Error &error)
{
    return inSequence(tr("The key was not kept."), error.message);
}

ArchiveKeys::ArchiveKeys(SecretStore &keychain)
    : m_keychain(keychain)
{
}

void ArchiveKeys::read(const ArchivePlace &place, const std::optional<SecretReference> &reference,
                       const Found &found, Attendance attendance)
{
    if (reference && reference->kind == SecretReference::Kind::File)
        return found(readSecretFile(reference->place));
    if (reference && reference->kind == SecretReference::Kind::Environment)
        return found(readSecretVariable(reference->place));
    const bool isRequired = reference.has_value();
    const auto release = [place, isRequired, found](const Result<FiledSecret> &filed) {
        if (filed)
            return found(releasedFor(place, *filed));
        const ErrorKind kind = filed.error().kind;
        const bool isNone = kind == ErrorKind::NotFound || kind == ErrorKind::SecretUnavailable;
        found(isNone && !isRequired ? Result(Secret()) : filed.error());
    };
    if (attendance == Attendance::Attended)
        m_keychain.read(storeKey(place), release);
    else
        m_keychain.readUnattended(storeKey(place), release);
}

void ArchiveKeys::write(const ArchivePlace &place, const Secret &key, SecretStore::Done done)
{
    m_keychain.write(storeKey(place), {key, place.origin()}, std::move(done));
}

void ArchiveKeys::remove(const ArchivePlace &place, SecretStore::Done done)
{
    m_keychain.remove(storeKey(place), std::move(done));
}

} // namespace Trailglass
