// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/gui/window/screenshotscompany.h"

#include "models/core/clock.h"
#include "models/table/colourrule.h"
#include "models/workspace/demodata.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace Trailglass::Testing {

namespace {

constexpr int ImportPatience = 120'000; // ms

/// The same time of import in every picture.
class EndOfQuarter final : public Clock
{
public:
    [[nodiscard]] UtcMicros now() const override { return *parseTime("2026-11-20T06:00:00Z"); }
};

} // namespace

bool makeCompanyWorkspace(const QString &folder)
{
    const EndOfQuarter clock;
    DemoImport demo(folder, clock);
    QSignalSpy imported(&demo, &DemoImport::imported);
    demo.start();
    return imported.wait(ImportPatience);
}

QString Story::colourRules()
{
    return colourRulesText({{u"Failed logins"_s, u"op:auth outcome:failure"_s, 0, true},
                            {u"Rights"_s, u"op:grant OR action:~role"_s, 2, true},
                            {u"Exports"_s, u"op:export"_s, 6, true}});
}

} // namespace Trailglass::Testing
