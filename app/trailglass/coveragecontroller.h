// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/workspace/coverageledger.h"

#include <QObject>

namespace Trailglass {

class Settings;
class SourcesPane;
class SourceService;

/// Shows which times of a source were fetched completely.
/// \thread GUI
class CoverageController : public QObject
{
    Q_OBJECT

public:
    /// All outlive the controller.
    struct Parts
    {
        SourceService &service;
        const Settings &settings; ///< the display zone
        SourcesPane &pane;
    };
    explicit CoverageController(const Parts &parts, QObject *parent = nullptr);

private:
    void read(const QString &source);
    void show(const QString &source, const Result<std::vector<CoveredInterval>> &intervals);

    Parts m_parts;
};

} // namespace Trailglass
