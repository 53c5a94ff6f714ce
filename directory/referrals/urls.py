"""The addresses of handing over: those of staff below /fagfolk/bord/, that of a place bears its secret."""

from django.urls import path

from directory.referrals.views import referral, referral_answer, referral_form

urlpatterns = [
    path("henvis/<int:key>/", referral_form, name="referral_form"),
    path("fagfolk/bord/<slug:reference>/", referral, name="referral"),
    path("henvisning/<str:secret>/", referral_answer, name="referral_answer"),
]
