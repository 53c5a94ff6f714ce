# The site as a container: gunicorn as an ordinary user, everything it writes in one volume.
FROM python:3.11-slim-trixie

ENV PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    DJANGO_SETTINGS_MODULE=cms.settings.production \
    VEJVISER_VAR=/var/lib/vejviser

# For `manage.py backup`: as new as the server of compose.yaml.
RUN apt-get update && apt-get install --yes --no-install-recommends postgresql-client && rm -rf /var/lib/apt/lists/*
RUN useradd --system --home-dir "$VEJVISER_VAR" --create-home vejviser
WORKDIR /srv/vejviser

# The lock first: a change of code does not install the packages again.
COPY requirements.lock pyproject.toml ./
RUN pip install --no-cache-dir --require-hashes --no-deps -r requirements.lock

COPY manage.py ./
COPY search search
COPY directory directory
COPY cms cms
COPY templates templates
COPY locale locale
# What editors read in the admin.
COPY docs docs
RUN python -m compileall -q cms directory search

USER vejviser
VOLUME /var/lib/vejviser
EXPOSE 8000
CMD ["gunicorn", "--config", "python:cms.serving.config", "--bind", "0.0.0.0:8000"]
