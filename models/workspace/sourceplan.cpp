// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/sourceplan.h"

#include "models/core/result.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/sources/source.h"
#include "models/sources/sourcename.h"

namespace Trailglass {
namespace {

using namespace Qt::StringLiterals;

using Kind = SecretReference::Kind;

Error usage(const QString &message)
{
    return {ErrorKind::Usage, message};
}

bool isInStore(const SecretReference &reference)
{
    return reference.kind == Kind::Keychain || reference.kind == Kind::Session;
}

/// The plan for one credential after the other.
class SecretPlanner
{
public:
    /// \param moves  the source goes to another origin than the stored one
    SecretPlanner(SourcePlan &plan, const SourceRecord *stored, bool moves)
        : m_plan(plan)
        , m_stored(stored ? stored->secrets : QMap<QString, SecretReference>())
        , m_moves(moves)
    {
    }

    Result<void> add(const SecretField &field, const SecretInput *input)
    {
        if (input && input->isRemoved)
            return leaveOut(field);
        const bool typed = input && input->value && !input->value->isEmpty();
        if (input && (typed || !isInStore(input->reference)))
            return take(field, *input);
        const auto stored = m_stored.constFind(field.key);
        const bool isStored = stored != m_stored.constEnd();
        if (isStored && (!input || stored->kind == input->reference.kind)) {
            if (m_moves && isInStore(*stored)) {
                return usage(
                    Trailglass::tr("%1 (%2) was entered for another address and is only sent there. Enter it "
                                   "again.")
                        .arg(field.label, field.key));
            }
            m_plan.record.secrets.insert(field.key, *stored);
            return {};
        }
        if (isStored && isInStore(*stored))
            return usage(Trailglass::tr("Enter %1 (%2) again so that it can be stored in the new location.")
                             .arg(field.label, field.key));
        if (field.required || isStored)
            return usage(Trailglass::tr("%1 (%2) is missing. %3").arg(field.label, field.key, field.help));
        return {};
    }

private:
    static Result<void> leaveOut(const SecretField &field)
    {
        return field.required
            ? usage(Trailglass::tr("%1 (%2) is required. %3").arg(field.label, field.key, field.help))
            : Result<void>();
    }

    Result<void> take(const SecretField &field, const SecretInput &input)
    {
        const auto reference = parseSecretReference(printSecretReference(input.reference));
        if (!reference)
            return usage(
                Trailglass::tr("%1 (%2): %3").arg(field.label, field.key, reference.error().message));
        m_plan.record.secrets.insert(field.key, *reference);
        const auto stored = m_stored.constFind(field.key);
        if (isInStore(*reference))
            m_plan.typed.insert(field.key, *input.value);
        else if (input.isEntered || stored == m_stored.constEnd() || *stored != *reference)
            m_plan.givenReferences.append(field.key);
        return {};
    }

    SourcePlan &m_plan;
    const QMap<QString, SecretReference> m_stored;
    const bool m_moves;
};

/// Whether a source goes to another origin than as it is stored; also where the stored settings are invalid.
bool movesElsewhere(const Source &source, const SourceRecord &stored, const Origin &origin)
{
    const auto before = SourceSettings::fromValues(source.type(), stored.settings);
    return !before || before->origin() != origin;
}

} // namespace

Result<const Source *> sourceOfType(const QString &type)
{
    if (const Source *source = findSource(type))
        return source;
    QStringList known;
    for (const Source *source : allSources())
        known.append(source->type().name);
    return usage(
        inSequence(tr("There is no source type “%1”.").arg(visibleText(type)), nameSuggestion(type, known)));
}

Result<SourcePlan> planSource(const SourceInput &input, const SourceRecord *stored)
{
    SourcePlan plan;
    if (stored) {
        plan.record = *stored;
        plan.record.secrets.clear();
    } else {
        TRY(checkSourceName(input.name));
        plan.record.name = input.name;
        plan.record.type = input.type;
    }
    TRY(const Source *source, sourceOfType(plan.record.type));
    TRY(const auto settings, SourceSettings::fromValues(source->type(), input.settings));
    plan.record.settings = settings.values();
    plan.fingerprint = settings.fingerprint();
    plan.origin = settings.origin();
    SecretPlanner planner(plan, stored, stored && movesElsewhere(*source, *stored, plan.origin));
    for (const SecretField &field : source->type().secrets) {
        const auto given = input.secrets.constFind(field.key);
        TRY(planner.add(field, given == input.secrets.constEnd() ? nullptr : &*given));
    }
    return plan;
}

} // namespace Trailglass
