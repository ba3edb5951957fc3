// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/credentials/secretuse.h"

#include "models/core/text.h"
#include "models/core/translation.h"

namespace Trailglass {

QString ReferenceUse::sentence() const
{
    const QString text = reference.kind == SecretReference::Kind::File
        ? Trailglass::tr("The source %1 sends the content of the file %2 to %3.")
        : Trailglass::tr("The source %1 sends the content of the environment variable %2 to %3.");
    return text.arg(visibleText(source), visibleText(reference.place), origin.text());
}

} // namespace Trailglass
