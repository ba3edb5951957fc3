// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/sourceinput.h"

#include "models/core/result.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/sources/source.h"
#include "models/workspace/sourceplan.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace Trailglass {
namespace {

Error usage(const QString &message)
{
    return Error{ErrorKind::Usage, message};
}

/// `KEY=VALUE`. The whole is never quoted in an error: people paste the credential itself here.
Result<std::pair<QString, QString>> splitPair(const QString &option, const QString &text)
{
    const qsizetype equals = text.indexOf(u'=');
    if (equals <= 0) {
        return usage(option == "set"_L1
                         ? tr("--set takes KEY=VALUE.")
                         : tr("--secret takes KEY=keychain, KEY=env:VARIABLE or KEY=file:PATH."));
    }
    return std::pair(text.left(equals), text.mid(equals + 1));
}

Result<void> applySettings(const CommandLine::Arguments &arguments, SourceInput &input)
{
    for (const QString &text : arguments.all(u"set"_s)) {
        TRY(const auto pair, splitPair(u"set"_s, text));
        if (pair.second.isEmpty())
            input.settings.remove(pair.first);
        else
            input.settings.insert(pair.first, pair.second);
    }
    return {};
}

Result<Secret> askForSecret(Session &session, const SecretField &field, const Origin &origin)
{
    TRY(auto line,
        session.console.readSecretLine(tr("%1 (%2) for %3: ").arg(field.label, field.key, origin.text()),
                                       session.interrupt));
    auto secret = Secret::fromText(line);
    wipe(line); // unless the secret has it now, and wipes it itself
    if (!secret)
        return usage(tr("%1: %2").arg(field.key, secret.error().message));
    return secret;
}

Result<void> applySecrets(Session &session, const CommandLine::Arguments &arguments, const SourceType &type,
                          const Origin &origin, SourceInput &input)
{
    QStringList known;
    for (const SecretField &field : type.secrets)
        known.append(field.key);
    for (const QString &text : arguments.all(u"secret"_s)) {
        TRY(const auto pair, splitPair(u"secret"_s, text));
        const SecretField *field = type.secret(pair.first);
        if (!field) {
            return usage(inSequence(tr("%1 has no secret of that name.").arg(type.displayName),
                                    nameSuggestion(pair.first, known)));
        }
        TRY(const auto reference, parseSecretReference(pair.second, QDir::currentPath()));
        if (reference.kind == SecretReference::Kind::Session)
            return usage(tr("The command line cannot use session secrets; use keychain, env:VARIABLE or "
                            "file:PATH."));
        SecretInput secret{.reference = reference, .value = {}, .isEntered = true};
        if (reference.kind == SecretReference::Kind::Keychain) {
            TRY(secret.value, askForSecret(session, *field, origin));
        }
        input.secrets.insert(field->key, secret);
    }
    return {};
}

} // namespace

Result<SourceInput> readSourceInput(Session &session, const CommandLine::Arguments &arguments,
                                    SourceInput input)
{
    TRY(const Source *source, sourceOfType(input.type));
    TRY(applySettings(arguments, input));
    TRY(const auto settings, SourceSettings::fromValues(source->type(), input.settings));
    TRY(applySecrets(session, arguments, source->type(), settings.origin(), input));
    return input;
}

} // namespace Trailglass
