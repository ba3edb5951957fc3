// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/credentials/secretuse.h"

#include "models/core/text.h"
#include "models/core/translation.h"

namespace Trailglass {

QString ReferenceUse::sentence() const
{
    if (type == SigningUse) {
        const QString signing = reference.kind == SecretReference::Kind::File
            ? Trailglass::tr("The workspace signs its checkpoints with the key in the file %1.")
            : Trailglass::tr(
                "The workspace signs its checkpoints with the key in the environment variable %1.");
        return signing.arg(visibleText(reference.place));
    }
    const QString text = reference.kind == SecretReference::Kind::File
        ? Trailglass::tr("The source %1 sends the content of the file %2 to %3.")
        : Trailglass::tr("The source %1 sends the content of the environment variable %2 to %3.");
    return text.arg(visibleText(source), visibleText(reference.place), origin.text());
}

} // namespace Trailglass
